//! Offices pack, the organizer brings all in; copies; masks; a pack as a show of its own.

use super::*;
use zhanban::base::{Mask, MaskForm, MaskKind, PhotoPart};
use zhanban::model::merge::News;
use zhanban::store::copy_to;

const UNITS: [&str; 5] = ["柳溪", "石鼓", "云岭", "下湾", "青禾"];

/// The organizer's desk: five units of two boards, photos on all.
fn organizer(photos: &Path) -> Desk {
    let library = Library::open(photos);
    let facts: Vec<_> = (0..10)
        .map(|at| picture(&library, &format!("{at}.png"), at * 20))
        .collect();
    let units = UNITS.map(|name| (name, 2));
    Desk::new(&show(&units, &facts), photos)
}

/// A copy of a desk, as an office gets it on a stick.
fn office(desk: &Desk) -> Desk {
    let dir = tempfile::tempdir().unwrap();
    let to = dir.path().join("s.zhanban");
    let library = desk.project.library();
    let copied = copy_to(desk.project.folder(), &desk.show, &library, &to, &Progress::default()).unwrap();
    assert_eq!((copied.photos, copied.missing), (desk.show.photos.len(), 0));
    let office = Desk::at(dir, &to);
    assert_eq!(office.show, desk.show);
    office
}

/// A text changed, a board added with a photo of its own, one handed in.
fn work(desk: &mut Desk, unit: &str, round: usize) {
    let first = format!("{unit}1");
    let board = board_of(&desk.show, &first);
    let library = desk.project.library();
    let seed = unit.as_bytes().get(1).copied().unwrap_or(0) ^ unit.bytes().last().unwrap_or(0) ^ round as u8;
    let facts = picture(&library, &format!("{unit}{round}.png"), seed);
    let mut next = with_para(
        &desk.show,
        board,
        body_of(&first),
        round,
        &format!("{unit}改了{round}次"),
    );
    next = Command::Batch(vec![
        Command::AddPhoto(facts.clone()),
        Command::AddBoard {
            board: super::board(&format!("{unit}新{round}"), CommitteeId(id(unit)), Some(facts.digest)),
            at: usize::MAX,
        },
        Command::SetState {
            board,
            state: BoardState::Submitted,
        },
    ])
    .apply(&next)
    .unwrap();
    desk.change(next);
}

#[test]
fn five_units_hand_in_twice_and_the_organizer_has_all_of_it_once() {
    let photos = tempfile::tempdir().unwrap();
    let mut organizer = organizer(photos.path());
    let mut offices: Vec<Desk> = UNITS.iter().map(|_| office(&organizer)).collect();
    for (office, unit) in offices.iter_mut().zip(UNITS) {
        work(office, unit, 0);
    }
    // Meanwhile the organizer works too: other paragraphs, the order.
    let board = board_of(&organizer.show, "柳溪1");
    let mut next = with_para(&organizer.show, board, body_of("柳溪1"), 2, "主办单位补的");
    let mut order = next.order.to_vec();
    order.rotate_left(2);
    next = Command::SetOrder(order).apply(&next).unwrap();
    organizer.change(next);

    let packs: Vec<PathBuf> = offices
        .iter()
        .zip(UNITS)
        .map(|(office, unit)| office.pack(Some(unit)))
        .collect();
    for pack in &packs {
        let (merged, counts) = organizer.bring(pack);
        assert_eq!((counts, merged.conflicts.len()), ([1, 1, 0, 0], 0));
    }
    assert_eq!(organizer.show.boards.len(), 15);
    assert_eq!(organizer.show.photos.len(), 15);
    let library = organizer.project.library();
    assert!(organizer.show.photos.values().all(|facts| library.has(facts)));
    let text = |show: &Exhibition, code: &str| {
        let ElementKind::Text(text) = &show.board_by_code(code).unwrap().element(body_of(code)).unwrap().kind else {
            panic!()
        };
        text.text.source.to_plain()
    };
    assert_eq!(text(&organizer.show, "柳溪1"), "柳溪改了0次\n第二段\n主办单位补的");
    // New boards stand behind their unit, and the organizer's order holds.
    let codes: Vec<&str> = organizer
        .show
        .in_order()
        .iter()
        .map(|board| board.code.as_str())
        .collect();
    assert_eq!(codes[..3], ["石鼓1", "石鼓2", "石鼓新0"]);
    assert_eq!(organizer.show.state(board), BoardState::Submitted);

    // The same packs once more: nothing.
    let before = organizer.show.clone();
    for pack in &packs {
        let (merged, counts) = organizer.bring(pack);
        assert_eq!((counts, merged.conflicts.len()), ([0; 4], 0));
    }
    assert_eq!(organizer.show, before);

    // The next round: the organizer has changed another place of the same board, and is not asked again.
    let next = with_para(&organizer.show, board, body_of("柳溪1"), 0, "主办单位又改");
    organizer.change(next);
    for (office, unit) in offices.iter_mut().zip(UNITS) {
        work(office, unit, 1);
    }
    for (office, unit) in offices.iter().zip(UNITS) {
        let (merged, counts) = organizer.bring(&office.pack(Some(unit)));
        assert_eq!((counts, merged.conflicts.len()), ([1, 1, 0, 0], 0), "{unit}");
    }
    assert_eq!(
        text(&organizer.show, "柳溪1"),
        "主办单位又改\n柳溪改了1次\n主办单位补的"
    );
    assert_eq!((organizer.show.boards.len(), organizer.show.photos.len()), (20, 20));

    // And back: an office takes the whole show in and has what the organizer has.
    let (merged, _) = offices[0].bring(&organizer.pack(None));
    assert_eq!(merged.conflicts, []);
    let bodies = |show: &Exhibition| show.in_order().into_iter().cloned().collect::<Vec<_>>();
    assert_eq!(bodies(&offices[0].show), bodies(&organizer.show));
    // It is all there after closing.
    let Desk { dir, project, show } = organizer;
    let folder = project.folder().to_path_buf();
    drop(project);
    assert_eq!(Desk::at(dir, &folder).show, show);
}

#[test]
fn a_unit_that_began_by_itself_is_taken_in_and_followed() {
    let photos = tempfile::tempdir().unwrap();
    let mut organizer = organizer(photos.path());
    let library = Library::open(photos.path());
    let facts = picture(&library, "own.png", 250);
    let mut own = show(&[("新村", 2)], &[facts]);
    own = Command::SetCommittees(vec![Committee {
        id: own.committees[0].id,
        name: two("柳溪"),
    }])
    .apply(&own)
    .unwrap();
    let mut desk = Desk::new(&own, photos.path());
    let only = own.committees[0].id;
    let pack = |desk: &Desk| {
        let to = desk.dir.path().join("a.zbpack");
        let library = desk.project.library();
        zhanban::store::pack(
            &desk.show,
            Some(only),
            desk.project.folder(),
            &library,
            &to,
            &Progress::default(),
        )
        .unwrap();
        to
    };
    let (_, counts) = organizer.bring(&pack(&desk));
    assert_eq!(counts, [2, 0, 0, 0]);
    assert_eq!(organizer.show.committees.len(), 5);
    let board = board_of(&desk.show, "新村1");
    let next = with_para(&desk.show, board, body_of("新村1"), 1, "改一段");
    desk.change(Command::RemoveBoard(board_of(&next, "新村2")).apply(&next).unwrap());
    let mine = with_para(&organizer.show, board, body_of("新村1"), 0, "这边改");
    organizer.change(mine);
    let (merged, counts) = organizer.bring(&pack(&desk));
    assert_eq!((counts, &merged.conflicts[..]), ([0, 1, 1, 0], &[][..]));
    assert_eq!(organizer.show.bin.len(), 1, "what they deleted waits in the bin");

    // Undone, and brought in again: it comes again.
    let mut document = Document::new(organizer.show.clone());
    let next = with_para(&desk.show, board, body_of("新村1"), 2, "再改");
    desk.change(next);
    let from = pack(&desk);
    let before = organizer.show.clone();
    organizer.bring(&from);
    document
        .execute(&Command::BringIn(Box::new(organizer.show.clone())))
        .unwrap();
    assert!(document.undo());
    organizer.change(document.exhibition().clone());
    assert_eq!(organizer.show, before);
    let (_, counts) = organizer.bring(&from);
    assert_eq!(counts, [0, 1, 0, 0]);
}

#[test]
fn what_a_mask_hides_is_in_no_pack() {
    let photos = tempfile::tempdir().unwrap();
    let library = Library::open(photos.path());
    let facts = picture(&library, "村民.png", 9);
    let show = show(&[("A", 2)], std::slice::from_ref(&facts));
    let a1 = board_of(&show, "A1");
    let masked = |board: &Board| {
        let element = board.elements[2].id;
        let ElementKind::Photo(photo) = &board.elements[2].kind else {
            panic!()
        };
        let mut photo = photo.clone();
        photo.masks = vec![Mask {
            part: PhotoPart::of([0.2, 0.2, 0.5, 0.5]),
            form: MaskForm::Rect,
            kind: MaskKind::Solid,
        }];
        Command::SetKind {
            board: board.id,
            element,
            kind: ElementKind::Photo(photo),
        }
    };
    let mut next = show.clone();
    for board in &show.boards {
        next = masked(board).apply(&next).unwrap();
    }
    let mut desk = Desk::new(&show, photos.path());
    desk.change(next);
    for unit in [Some("A"), None] {
        let file = desk.pack(unit);
        let whole = std::fs::read(&file).unwrap();
        let original = library.bytes(&facts).unwrap();
        assert!(
            !whole
                .windows(200)
                .any(|part| part == &original[original.len() - 260..original.len() - 60])
        );
        let incoming = desk.incoming(&file);
        let ElementKind::Photo(photo) = &incoming.exhibition.board(a1).unwrap().elements[2].kind else {
            panic!()
        };
        let burnt = photo.photo.unwrap();
        assert!(photo.masks.is_empty() && burnt != facts.digest);
        assert!(!incoming.exhibition.photos.contains_key(&facts.digest));
        assert_eq!(incoming.exhibition.photos.len(), 1, "one file for both boards");
        let pixels = incoming
            .library
            .pixels(&incoming.exhibition.photos[&burnt], 160, false)
            .unwrap();
        let at = |x: usize, y: usize| &pixels.rgba[(y * 160 + x) * 4..][..3];
        assert_eq!(at(60, 50), at(90, 70), "an even grey over what was there");
        assert_ne!(at(5, 5), at(150, 110));
    }
}

#[test]
fn a_pack_opens_as_a_show_of_its_own_and_comes_back() {
    let photos = tempfile::tempdir().unwrap();
    let mut organizer = organizer(photos.path());
    let file = organizer.pack(Some("云岭"));
    let dir = tempfile::tempdir().unwrap();
    let incoming = Incoming::open(&file, dir.path(), &Progress::default()).unwrap();
    let folder = dir.path().join("云岭.zhanban");
    incoming.open_as(&folder, &Progress::default()).unwrap();
    drop(incoming);
    assert_eq!(
        std::fs::read_dir(dir.path()).unwrap().count(),
        1,
        "nothing is left beside it"
    );
    let mut office = Desk::at(dir, &folder);
    assert_eq!((office.show.boards.len(), office.show.photos.len()), (2, 2));
    work(&mut office, "云岭", 0);
    let (merged, counts) = organizer.bring(&office.pack(None));
    assert_eq!(
        counts,
        [1, 1, 0, 0],
        "{:?}",
        merged.boards.iter().map(|row| row.news).collect::<Vec<_>>()
    );
    assert_eq!(
        organizer.show.boards.len(),
        11,
        "the other units' boards are not taken away"
    );
    assert!(merged.boards.iter().all(|row| row.news != News::RemovedThere));
}

#[test]
fn boards_come_straight_from_a_folder_that_somebody_has_open() {
    let photos = tempfile::tempdir().unwrap();
    let mut organizer = organizer(photos.path());
    let mut office = office(&organizer);
    work(&mut office, "石鼓", 0);
    let folder = office.project.folder().to_path_buf();
    let (_, counts) = organizer.bring(&folder);
    assert_eq!(counts, [1, 1, 0, 0]);
}

#[test]
fn a_photo_that_is_lost_is_counted_and_the_rest_goes() {
    let photos = tempfile::tempdir().unwrap();
    let organizer = organizer(photos.path());
    let library = organizer.project.library();
    let lost = organizer.show.photos.values().next().unwrap();
    std::fs::remove_file(library.path(lost)).unwrap();
    let changed = organizer.show.photos.values().nth(1).unwrap();
    let mut bytes = std::fs::read(library.path(changed)).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(library.path(changed), bytes).unwrap();
    let to = organizer.dir.path().join("a.zbpack");
    let folder = organizer.project.folder();
    let packed = zhanban::store::pack(&organizer.show, None, folder, &library, &to, &Progress::default()).unwrap();
    assert_eq!((packed.photos, packed.missing, packed.boards), (8, 2, 10));
    let copy = organizer.dir.path().join("copy.zhanban");
    let copied = copy_to(folder, &organizer.show, &library, &copy, &Progress::default()).unwrap();
    assert_eq!((copied.photos, copied.missing), (8, 2));
    // The place is gone: the show comes out of memory.
    let rescued = organizer.dir.path().join("rescued.zhanban");
    std::fs::rename(folder, organizer.dir.path().join("moved")).unwrap();
    let saved = zhanban::store::rescue_to(&organizer.show, &library, &rescued, &Progress::default()).unwrap();
    assert_eq!((saved.photos, saved.missing), (0, 10));
    assert_eq!(Project::open(&rescued).unwrap().exhibition, organizer.show);
}

#[test]
fn a_folder_that_goes_away_is_told_and_work_goes_on_where_it_comes_back() {
    use zhanban::base::Say;
    use zhanban::base::say::StoreSay;
    use zhanban::store::SaveState;
    let photos = tempfile::tempdir().unwrap();
    let desk = organizer(photos.path());
    let folder = desk.project.folder().to_path_buf();
    let away = desk.dir.path().join("away");
    std::fs::rename(&folder, &away).unwrap();
    let board = board_of(&desk.show, "柳溪1");
    let next = with_para(&desk.show, board, body_of("柳溪1"), 0, "拔了U盘以后写的");
    desk.project.save(&next);
    assert!(desk.project.flush().is_err());
    assert_eq!(desk.project.state(), SaveState::Failed(Say::Store(StoreSay::PlaceGone)));
    std::fs::rename(&away, &folder).unwrap();
    for _ in 0..400 {
        if desk.project.state() == SaveState::Saved {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let Desk { dir, project, .. } = desk;
    drop(project);
    assert_eq!(Desk::at(dir, &folder).show, next);
}
