//! Icon and version of the Windows program, put in by the resource compiler that comes with the linker (mingw).

use std::path::PathBuf;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=assets/icon/zhanban.ico");
    let of = |name: &str| std::env::var(name).unwrap_or_default();
    // Microsoft's linker takes another format; its builds go without an icon.
    if of("CARGO_CFG_TARGET_OS") != "windows" || of("CARGO_CFG_TARGET_ENV") != "gnu" {
        return;
    }
    let out = PathBuf::from(of("OUT_DIR"));
    let (script, object) = (out.join("zhanban.rc"), out.join("zhanban.o"));
    let version = of("CARGO_PKG_VERSION");
    let numbers = version.replace('.', ",");
    let icon = PathBuf::from(of("CARGO_MANIFEST_DIR")).join("assets/icon/zhanban.ico");
    let icon = icon.display().to_string().replace('\\', "/");
    let text = format!(
        "#pragma code_page(65001)\n\
         1 ICON \"{icon}\"\n\
         1 VERSIONINFO FILEVERSION {numbers},0 PRODUCTVERSION {numbers},0\n\
         BEGIN BLOCK \"StringFileInfo\" BEGIN BLOCK \"080404b0\" BEGIN\n\
         VALUE \"FileDescription\", \"展板 zhanban\"\n\
         VALUE \"ProductName\", \"展板\"\n\
         VALUE \"FileVersion\", \"{version}\"\n\
         VALUE \"ProductVersion\", \"{version}\"\n\
         END END BLOCK \"VarFileInfo\" BEGIN VALUE \"Translation\", 0x804, 1200 END END\n"
    );
    let is_written = std::fs::write(&script, text).is_ok();
    let compiler = ["x86_64-w64-mingw32-windres", "windres"];
    let compiled = compiler.into_iter().any(|name| {
        let run = Command::new(name).arg(&script).arg(&object).status();
        run.is_ok_and(|status| status.success())
    });
    if is_written && compiled {
        println!("cargo:rustc-link-arg-bins={}", object.display());
    } else {
        println!("cargo:warning=no resource compiler: the program has no icon");
    }
}
