import Foundation
import Glibc

/// Makes `directory` and what is missing above it, readable by its owner only.
func makePrivateDirectory(_ directory: URL) throws {
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
func writeDurably(_ bytes: Data, to file: URL) throws {
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
    let directory = open(file.deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { throw systemError(file.path) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw systemError(file.path) }
}

private func systemError(_ path: String) -> JournalError {
    .storage(path: path, detail: String(cString: strerror(errno)))
}
