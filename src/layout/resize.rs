//! A template at another board size: places stretch with the board, type and lines with its smaller change.

use super::{Seg, decor, path};
use crate::geom::{Rect, Size, point, um};
use crate::model::{Decor, DecorPaint, Template};
use std::borrow::Cow;
use std::fmt::Write;

pub fn fitted(template: &Template, board: Size) -> Cow<'_, Template> {
    let own = template.size;
    let same = (own.w - board.w).abs() < 0.01 && (own.h - board.h).abs() < 0.01;
    if same || own.w <= 0.0 || own.h <= 0.0 {
        return Cow::Borrowed(template);
    }
    let by = By {
        x: board.w / own.w,
        y: board.h / own.h,
        type_size: (board.w / own.w).min(board.h / own.h),
    };
    let mut template = template.clone();
    by.template(&mut template);
    template.size = board;
    Cow::Owned(template)
}

/// The template with all its places at this size.
pub fn at_size(template: &Template, board: Size) -> Template {
    fitted(template, board).into_owned()
}

struct By {
    x: f64,
    y: f64,
    type_size: f64,
}

impl By {
    fn template(&self, template: &mut Template) {
        for style in template.styles.values_mut() {
            style.em = um(style.em * self.type_size);
            style.least_em = style.least_em.map(|least| um(least * self.type_size));
        }
        for slot in &mut template.slots {
            slot.area = self.rect(slot.area);
            slot.second_area = slot.second_area.map(|area| self.rect(area));
            slot.column_gap *= self.type_size;
            slot.padding *= self.type_size;
            slot.clip = slot.clip.as_ref().map(|clip| self.data(clip));
            if let Some(edge) = &mut slot.edge {
                edge.width *= self.type_size;
                if let Some(shadow) = &mut edge.shadow {
                    shadow.blur *= self.type_size;
                    shadow.shift = shadow.shift.map(|part| part * self.type_size);
                }
            }
            if let Some(rule) = &mut slot.rule {
                rule.width *= self.type_size;
                rule.length *= self.type_size;
                rule.gap *= self.type_size;
            }
        }
        template.decor.iter_mut().for_each(|decor| self.decor(decor));
        for flow in &mut template.flows {
            flow.area = self.rect(flow.area);
            for row in &mut flow.rows {
                row.gap *= self.type_size;
                for cell in &mut row.cells {
                    cell.x *= self.x;
                    cell.w *= self.x;
                    cell.top *= self.type_size;
                    for block in &mut cell.blocks {
                        block.gap *= self.type_size;
                        block.each *= self.type_size;
                        block.least *= self.type_size;
                        block.most_w *= self.x;
                    }
                }
            }
        }
    }

    fn rect(&self, r: Rect) -> Rect {
        Rect {
            x: um(r.x * self.x),
            y: um(r.y * self.y),
            w: um(r.w * self.x),
            h: um(r.h * self.y),
        }
    }

    fn decor(&self, decor: &mut Decor) {
        decor.d = self.data(&decor.d);
        decor.width *= self.type_size;
        for paint in decor.fill.iter_mut().chain(&mut decor.stroke) {
            if let DecorPaint::Linear { from, to, .. } = paint {
                for at in [from, to] {
                    *at = [at[0] * self.x, at[1] * self.y];
                }
            }
        }
    }

    fn data(&self, data: &str) -> String {
        let Some(mut path) = path::parse(data) else {
            return data.to_string();
        };
        decor::map_points(&mut path, |p| point(um(p.x * self.x), um(p.y * self.y)));
        let mut text = String::new();
        for seg in &path.segs {
            // Writing to a string cannot fail.
            let _ = match *seg {
                Seg::Move(p) => write!(text, "M{} {}", p.x, p.y),
                Seg::Line(p) => write!(text, "L{} {}", p.x, p.y),
                Seg::Cubic(a, b, c) => write!(text, "C{} {} {} {} {} {}", a.x, a.y, b.x, b.y, c.x, c.y),
                Seg::Close => write!(text, "Z"),
            };
        }
        text
    }
}
