import NIOCore

/// Reads `multipart/form-data` (RFC 7578) as it comes, so that a file is never held in memory.
///
/// It is given bytes in pieces of any size and says what they are: a part begins, a piece of its content, a part ends.
struct Multipart {
    enum Piece: Equatable {
        /// `file` is nil for a field.
        case begins(name: String, file: String?)
        case content([UInt8])
        case ends
    }

    enum Problem: Error, Equatable { case malformed, headersTooLong }

    private enum Place { case preamble, headers, content, over }

    private let delimiter: [UInt8]
    private var place = Place.preamble
    /// What has come and is not yet understood. It starts as if a line had just ended, so that every delimiter looks alike.
    private var pending: [UInt8] = [13, 10]
    private static let longestHeaders = 8 * 1024

    /// Nil where the content type is not of a form with files, or names no boundary.
    init?(contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        let boundary = contentType.split(separator: ";").map { $0.drop(while: { $0 == " " }) }
            .first { $0.lowercased().hasPrefix("boundary=") }?.dropFirst("boundary=".count)
        guard let boundary = boundary.map({ $0.filter { $0 != "\"" } }), (1...70).contains(boundary.utf8.count) else {
            return nil
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// Whether the closing delimiter has come.
    var isOver: Bool { place == .over }

    /// Takes the next bytes, and hands over what they complete.
    mutating func take(_ bytes: some Sequence<UInt8>, _ hand: (Piece) throws -> Void) throws {
        pending.append(contentsOf: bytes)
        while try step(hand) {}
    }

    /// One step; false where more bytes are needed.
    private mutating func step(_ hand: (Piece) throws -> Void) throws -> Bool {
        switch place {
        case .over:
            pending.removeAll()
            return false
        case .preamble, .content:
            guard let start = pending.firstRange(of: delimiter) else {
                // The last bytes may be the start of a delimiter.
                let sure = max(0, pending.count - delimiter.count + 1)
                if place == .content, sure > 0 { try hand(.content(Array(pending[..<sure]))) }
                pending.removeFirst(sure)
                return false
            }
            guard pending.count >= start.upperBound + 2 else {
                // Whether it is the last one, the next two bytes say.
                if place == .content, start.lowerBound > 0 {
                    try hand(.content(Array(pending[..<start.lowerBound])))
                }
                pending.removeFirst(start.lowerBound)
                return false
            }
            if place == .content {
                if start.lowerBound > 0 { try hand(.content(Array(pending[..<start.lowerBound]))) }
                try hand(.ends)
            }
            let after = Array(pending[start.upperBound..<(start.upperBound + 2)])
            pending.removeFirst(start.upperBound + 2)
            if after == Array("--".utf8) {
                place = .over
            } else if after == [13, 10] {
                place = .headers
            } else {
                throw Problem.malformed
            }
            return true
        case .headers:
            guard let end = pending.firstRange(of: [13, 10, 13, 10]) else {
                if pending.count > Self.longestHeaders { throw Problem.headersTooLong }
                return false
            }
            let headers = String(decoding: pending[..<end.lowerBound], as: UTF8.self)
            pending.removeFirst(end.upperBound - 2)
            place = .content
            // The two bytes left make a delimiter that follows at once look like any other; they are no content.
            try hand(Self.begins(headers))
            if pending.starts(with: delimiter) { return true }
            pending.removeFirst(2)
            return true
        }
    }

    private static func begins(_ headers: String) throws -> Piece {
        for line in headers.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            let name = parameter("name", of: line)
            if let name { return .begins(name: name, file: parameter("filename", of: line)) }
        }
        throw Problem.malformed
    }

    private static func parameter(_ name: String, of line: Substring) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let part = part.drop(while: { $0 == " " })
            guard part.hasPrefix("\(name)=\"") else { continue }
            return String(part.dropFirst(name.count + 2).prefix { $0 != "\"" })
        }
        return nil
    }
}

extension Array where Element == UInt8 {
    /// Where `pattern` stands first.
    fileprivate func firstRange(of pattern: [UInt8]) -> Range<Int>? {
        guard let first = pattern.first, count >= pattern.count else { return nil }
        var index = 0
        while index <= count - pattern.count {
            guard let next = self[index...(count - pattern.count)].firstIndex(of: first) else { return nil }
            if self[next..<(next + pattern.count)].elementsEqual(pattern) { return next..<(next + pattern.count) }
            index = next + 1
        }
        return nil
    }
}
