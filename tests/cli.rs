//! The command line: every case in `tests/cmd` is a command with its output and exit code.

#[test]
fn commands_print_what_the_cases_say() {
    trycmd::TestCases::new().case("tests/cmd/*.md").case("README.md");
}
