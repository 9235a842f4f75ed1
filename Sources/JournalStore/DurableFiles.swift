import Foundation
import Glibc

/// Makes `directory` and what is missing above it, readable by its owner only.
package func makePrivateDirectory(_ directory: URL) throws {
    try FileManager.default.createDirectory(
        at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
}

/// Makes an empty file that its owner only can read, before anything is written to it. One that is there stays as it is.
func makePrivateFile(_ path: String) throws {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw systemError(path) }
    close(file)
}

/// Replaces the file's content such that a reader, or a machine that stops halfway, sees the old or the new one whole.
package func writeDurably(_ bytes: Data, to file: URL) throws {
    let temporary = file.path + ".new-\(getpid())"
    let descriptor = open(temporary, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw systemError(temporary) }
    do {
        defer { close(descriptor) }
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == bytes.count, fsync(descriptor) == 0 else { throw systemError(temporary) }
    } catch {
        unlink(temporary)
        throw error
    }
    guard rename(temporary, file.path) == 0 else { throw systemError(file.path) }
    try syncToDisk(file.deletingLastPathComponent())
}

/// Returns once what the file holds, or which files the folder names, would survive a power cut.
package func syncToDisk(_ place: URL) throws {
    let descriptor = open(place.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError(place.path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw systemError(place.path) }
}

/// Gives the file or folder another name in one step, for good once this returns. What had that name is replaced, but
/// for a folder with something in it.
package func renameDurably(_ old: URL, to new: URL) throws {
    guard rename(old.path, new.path) == 0 else { throw systemError(new.path) }
    try syncToDisk(new.deletingLastPathComponent())
}

private func systemError(_ path: String) -> JournalError {
    .storage(path: path, detail: String(cString: strerror(errno)))
}
