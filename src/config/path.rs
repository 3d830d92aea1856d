//! Paths without `.` and `..`, so that two names of one file are one, and as people like to read them.

use std::path::{Component, Path, PathBuf};

/// A path from a folder, without `.` and `..`; what is linked is not followed.
///
/// ```
/// use std::path::Path;
/// use factlint::config::resolved;
///
/// assert_eq!(Path::new("/site/a.md"), resolved(Path::new("/site/news"), Path::new("../a.md")));
/// assert_eq!(Path::new("/a.md"), resolved(Path::new("/site"), Path::new("/./a.md")));
/// ```
pub fn resolved(folder: &Path, path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in folder.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    whole
}

/// A path as seen from a folder, if that is shorter to read: `a.md`, `../a.md`.
///
/// ```
/// use std::path::Path;
/// use factlint::config::seen_from;
///
/// let here = Path::new("/site/news");
/// assert_eq!(Path::new("a.md"), seen_from(here, Path::new("/site/news/a.md")));
/// assert_eq!(Path::new("../a.md"), seen_from(here, Path::new("/site/a.md")));
/// assert_eq!(Path::new("/etc/a.md"), seen_from(here, Path::new("/etc/a.md")));
/// ```
pub fn seen_from(folder: &Path, path: &Path) -> PathBuf {
    let mut up = PathBuf::new();
    for above in folder.ancestors() {
        // From the root every path could be seen.
        if above.parent().is_none() {
            break;
        }
        if let Ok(rest) = path.strip_prefix(above) {
            return up.join(rest);
        }
        up.push("..");
    }
    path.to_owned()
}
