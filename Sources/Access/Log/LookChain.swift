import Casework
import Crypto
import Foundation

/// The arithmetic of the access log's chain: each entry's digest covers all it says and the digest before it.
///
///     list   = SHA-256(the children shown, eight bytes each)
///     digest = SHA-256(tag ‖ previous ‖ place, time ‖ child, list ‖ each text after its length)
enum LookChain {
    /// What the first entry follows.
    static let beginning = Data(SHA256.hash(data: Data("throughline access log, format 1".utf8)))
    private static let tag = Data("throughline/al/1".utf8)

    static func digest(_ row: LookRow, after previous: Data) -> Data {
        var hash = SHA256()
        hash.update(data: tag)
        hash.update(data: previous)
        hash.update(row.place)
        hash.update(row.at)
        hash.update(row.child ?? 0)
        hash.update(text: row.list)
        for text in [row.account, row.action, row.route, row.query] { hash.update(text: Data(text.utf8)) }
        hash.update(text: row.reason.map { Data($0.utf8) })
        return Data(hash.finalize())
    }

    /// The digest by which a list of children is kept.
    static func digest(ofList children: Data) -> Data { Data(SHA256.hash(data: children)) }

    /// Eight bytes a child, in the order shown.
    static func bytes(_ children: [ChildID]) -> Data {
        children.reduce(into: Data(capacity: children.count * 8)) { bytes, child in
            withUnsafeBytes(of: child.stream.rawValue.bigEndian) { bytes.append(contentsOf: $0) }
        }
    }

    static func children(_ bytes: Data) -> [ChildID] {
        let all = [UInt8](bytes)
        return stride(from: 0, to: all.count - all.count % 8, by: 8).compactMap { start in
            let number = all[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
            return ChildID(StreamID(rawValue: number))
        }
    }
}

extension SHA256 {
    fileprivate mutating func update(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { update(bufferPointer: $0) }
    }

    /// What is absent is told from what is empty.
    fileprivate mutating func update(text: Data?) {
        update(Int64(text?.count ?? -1))
        if let text { update(data: text) }
    }
}
