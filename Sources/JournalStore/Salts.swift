import Foundation
import Glibc

/// Salts from the system's secure generator, drawn sixteen at a time because each draw is a call into the kernel.
struct Salts {
    private var drawn = [UInt8](repeating: 0, count: 16 * EventChain.saltLength)
    private var next = 16 * EventChain.saltLength

    /// Lends `body` sixteen bytes that nobody has seen and that will not come again.
    mutating func withNext<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) throws -> Value {
        if next == drawn.count {
            let code = drawn.withUnsafeMutableBytes { getentropy($0.baseAddress!, $0.count) }
            guard code == 0 else {
                throw JournalError.storage(
                    path: "the system's random numbers", detail: String(cString: strerror(errno)))
            }
            next = 0
        }
        defer { next += EventChain.saltLength }
        return try drawn.withUnsafeBytes {
            try body(UnsafeRawBufferPointer(rebasing: $0[next..<next + EventChain.saltLength]))
        }
    }
}
