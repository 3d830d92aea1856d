//! Configurations on a disk: what is found beside articles, and what becomes of the articles.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder of its own for a test, emptied.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

fn put(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

/// Runs the command in a folder; what it prints on both streams, and its exit code.
fn run(folder: &Path, args: &[&str], stdin: &str) -> (String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_factlint"))
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command");
    // Whoever does not read it closes it.
    let _ = child.stdin.take().expect("stdin").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("an end");
    let text = [output.stderr, output.stdout].concat();
    (String::from_utf8(text).expect("UTF-8"), output.status.code().expect("an exit code"))
}

fn concise(folder: &Path, args: &[&str]) -> (String, i32) {
    run(folder, &[&["check", "--output-format", "concise"], args].concat(), "")
}

const FACTS: &str =
    "subject: Moyle Ferry\nfacts: [{id: first, cues: [sailed], is: 3 June 1920, source: book}]\n";
const ARTICLE: &str = "Moyle Ferry sailed on 3 June 1921.\n";

#[test]
fn standard_input_has_the_configuration_of_its_path() {
    let site = folder("stdin");
    put(
        &site,
        &[
            (
                "desk/factlint.yaml",
                "facts: ferry.yaml\noverrides: [{paths: '*.txt', severity: {ferry: info}}]",
            ),
            ("desk/ferry.yaml", FACTS),
        ],
    );
    for (expected, code, args) in [
        (
            "desk/a.md:1:23: error[ferry/first] the text says 3 June 1921, the fact says 3 June 1920\n",
            1,
            &["-q", "--stdin-filename", "desk/a.md", "-"][..],
        ),
        (
            "desk/a.txt:1:23: info[ferry/first] the text says 3 June 1921, the fact says 3 June 1920\n",
            1,
            &["-q", "--stdin-filename", "desk/a.txt", "-"],
        ),
        ("All checks passed!\n", 0, &["-"]),
        ("All checks passed!\n", 0, &["--stdin-filename", "desk/a.md", "--isolated", "-"]),
    ] {
        let all = [&["check", "--output-format", "concise"], args].concat();
        assert_eq!((expected.to_owned(), code), run(&site, &all, ARTICLE), "{args:?}");
    }
    // From inside a folder the configuration above it is found, and its facts.
    let (text, code) = run(&site.join("desk"), &["check", "-q", "--output-format", "concise", "-"], ARTICLE);
    assert_eq!(
        (
            "<stdin>:1:23: error[ferry/first] the text says 3 June 1921, the fact says 3 June 1920\n"
                .to_owned(),
            1
        ),
        (text, code)
    );
}

#[test]
fn articles_under_a_sound_configuration_are_checked_whatever_the_others_say() {
    let site = folder("sound");
    put(
        &site,
        &[
            ("factlint.yaml", "facts: facts"),
            ("facts/ferry.yaml", FACTS),
            ("a.md", ARTICLE),
            ("nowhere/factlint.yaml", "facts: [missing.yaml, empty, '*.yml']"),
            ("nowhere/empty/note.json", ""),
            ("nowhere/a.md", ARTICLE),
            ("nowhere/b.md", ARTICLE),
            ("folder/factlint.yaml/note.json", ""),
            ("folder/a.md", ARTICLE),
            ("broken/factlint.yaml", "facts: x.yaml"),
            ("broken/x.yaml", "subject: A\nfacts: [{id: a, cue: [b], is: 5}]"),
            ("broken/a.md", ARTICLE),
            ("mixed/factlint.yaml", "facts: latin.yaml"),
            ("mixed/a.md", ARTICLE),
        ],
    );
    fs::write(site.join("mixed/latin.yaml"), b"subject: Caf\xe9").expect("a file");
    let (text, code) = concise(&site, &["."]);
    assert_eq!(2, code);
    for expected in [
        "nowhere/factlint.yaml:1:9: error[configuration]: `facts`: missing.yaml: no such file or folder\n",
        "nowhere/factlint.yaml:1:23: error[configuration]: `facts`: no fact files (.yaml, .yml) in empty\n",
        "nowhere/factlint.yaml:1:31: error[configuration]: `facts`: no fact file (.yaml, .yml) fits *.yml\n",
        "error: nowhere/factlint.yaml has mistakes; 2 files were not checked\n",
        "error: folder/factlint.yaml: cannot be read: it is a folder; a configuration is a file\n",
        "broken/x.yaml:2:17: error[fact-file]: unknown key `cue`; did you mean `cues`?\n",
        "error: the fact files of broken/factlint.yaml have mistakes; 1 file was not checked\n",
        "error: mixed/latin.yaml:1:13: not a text in UTF-8; save it as UTF-8 to have it checked\n",
        "error: folder/factlint.yaml cannot be read; 1 file was not checked\n",
        "error: the fact files of mixed/factlint.yaml have mistakes; 1 file was not checked\n",
        "\na.md:1:23: error[ferry/first] the text says 3 June 1921, the fact says 3 June 1920\n",
        "Found 1 error in 1 file; 5 files could not be checked.\n",
    ] {
        assert!(text.contains(expected), "{expected}{text}");
    }
    // Where nothing else is checked, that is said.
    let (text, code) = concise(&site, &["nowhere"]);
    assert_eq!(
        (true, 2),
        (text.ends_with("error: nowhere/factlint.yaml has mistakes; nothing was checked\n"), code),
        "{text}"
    );
    // What is sound of facts with mistakes is used on request; the run fails all the same.
    let (text, code) = concise(&site, &["--keep-going", "broken"]);
    assert_eq!((true, 2), (text.ends_with("All checks passed!\n"), code), "{text}");
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_no_trap() {
    let site = folder("links");
    put(
        &site,
        &[
            ("a/a.md", ARTICLE),
            ("b/a.md", ARTICLE),
            ("c/a.md", ARTICLE),
            ("real.yaml", "fail-on: never\nfacts: ferry.yaml"),
            ("b/ferry.yaml", FACTS),
        ],
    );
    std::os::unix::fs::symlink("nowhere.yaml", site.join("a/factlint.yaml")).expect("a link");
    std::os::unix::fs::symlink("../real.yaml", site.join("b/factlint.yaml")).expect("a link");
    assert!(Command::new("mkfifo").arg(site.join("c/factlint.yaml")).status().expect("mkfifo").success());
    let (text, code) = concise(&site, &["a"]);
    assert_eq!(("error: a/factlint.yaml: no such file or folder\nerror: a/factlint.yaml cannot be read; nothing was checked\n".to_owned(), 2), (text, code));
    // Paths count from where the link stands.
    let (text, code) = concise(&site, &["b"]);
    assert_eq!(("b/a.md:1:23: error[ferry/first] the text says 3 June 1921, the fact says 3 June 1920\nFound 1 error in 1 file.\n".to_owned(), 0), (text, code));
    let (text, code) = concise(&site, &["c"]);
    assert_eq!(("error: c/factlint.yaml: cannot be read: it is no regular file\nerror: c/factlint.yaml cannot be read; nothing was checked\n".to_owned(), 2), (text, code));
}

#[test]
fn walking_keeps_to_the_configurations_on_its_way() {
    let site = folder("walk");
    put(
        &site,
        &[
            ("factlint.yaml", "exclude: [/old/, '*.draft.md']\nrespect-gitignore: false"),
            (".gitignore", "kept/\n"),
            (".git/HEAD", ""),
            ("old/a.md", ""),
            ("news/old/a.md", ""),
            ("news/a.draft.md", ""),
            ("kept/a.md", ""),
            ("desk/factlint.yaml", "extends: ../factlint.yaml\nexclude: wire"),
            ("desk/wire/a.md", ""),
            ("desk/a.draft.md", ""),
            ("desk/a.md", "On Tuesday, 3 April 2020."),
        ],
    );
    let files = |args: &[&str]| {
        let (text, code) = run(&site, &[&["check", "--output-format", "json"], args].concat(), "");
        assert!(code < 2, "{text}");
        let (_, rest) = text.split_once("\"files\": ").expect("a count");
        rest.split(',').next().expect("a number").to_owned()
    };
    // news/old/a.md, kept/a.md, desk/a.draft.md, desk/a.md
    for (expected, args) in [
        ("4", &["."][..]),
        ("7", &["--isolated", "--no-respect-gitignore", "."][..]),
        ("6", &["--isolated", "."]),
        ("7", &["--exclude", "nothing", "."]),
        ("3", &["--extend-exclude", "kept", "."]),
        ("1", &["old"]),
        ("1", &["old/a.md"]),
        ("0", &["old/a.md", "--force-exclude"]),
        ("0", &["old", "--force-exclude"]),
    ] {
        assert_eq!(expected, files(args), "{args:?}");
    }
}

#[test]
fn a_file_that_is_almost_a_configuration_is_told() {
    let site = folder("almost");
    put(&site, &[("factlint.yml", "fail-on: never"), ("a.md", "On Tuesday, 3 April 2020.")]);
    let (text, code) = concise(&site, &["a.md"]);
    let note = "note: factlint.yml is not read; a configuration is called factlint.yaml\n";
    assert_eq!((true, 1), (text.starts_with(note), code), "{text}");
    assert!(!concise(&site, &["--isolated", "a.md"]).0.contains("factlint.yml"));
}

#[test]
fn the_level_that_fails_is_that_of_each_article() {
    let site = folder("levels");
    put(
        &site,
        &[
            ("lax/factlint.yaml", "fail-on: never"),
            ("lax/a.md", "On Tuesday, 3 April 2020."),
            ("quiet/factlint.yaml", "min-severity: error\nseverity: {weekday-mismatch: info}"),
            ("quiet/a.md", "On Tuesday, 3 April 2020."),
            ("a.md", "“On Tuesday, 3 April 2020,” he said."),
            ("factlint.yaml", "quotations: 'off'"),
            ("slip/factlint.yaml", "last-figure: info"),
            ("slip/a.md", "Mount Everest is 8,849.86 m high."),
        ],
    );
    for (expected, code, args) in [
        ("lax/a.md:1:4: error[weekday-mismatch]", 0, &["lax"][..]),
        ("lax/a.md:1:4: error[weekday-mismatch]", 1, &["lax", "--fail-on", "error"]),
        ("lax/a.md:1:4: error[weekday-mismatch]", 0, &["lax", "--fail-on", "error", "--exit-zero"]),
        ("All checks passed!", 0, &["quiet"]),
        ("quiet/a.md:1:4: info[weekday-mismatch]", 1, &["quiet", "--min-severity", "info"]),
        ("All checks passed!", 0, &["a.md"]),
        ("a.md:1:5: warning[weekday-mismatch]", 1, &["a.md", "--isolated"]),
    ] {
        let (text, got) = concise(&site, args);
        assert_eq!((true, code), (text.starts_with(expected), got), "{args:?} {text}");
    }
}

#[test]
fn a_rule_on_the_command_line_may_be_known_in_one_folder_only() {
    let site = folder("known");
    put(
        &site,
        &[
            ("ferry/factlint.yaml", "facts: ferry.yaml"),
            ("ferry/ferry.yaml", FACTS),
            ("ferry/a.md", ARTICLE),
            ("plain/a.md", ARTICLE),
            ("house/factlint.yaml", "ignore: [treaties]\nshipped-facts: false"),
            ("house/a.md", ARTICLE),
        ],
    );
    assert_eq!(1, concise(&site, &["--select", "ferry", "."]).1);
    let (text, code) = concise(&site, &["--select", "ferry", "plain"]);
    assert_eq!(
        (true, 2),
        (text.starts_with("error: no rule and no fact file is called ferry"), code),
        "{text}"
    );
    // Shipped rules may be named where they are not used.
    assert_eq!(("All checks passed!\n".to_owned(), 0), concise(&site, &["house"]));
}
