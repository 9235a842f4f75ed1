import Casework
import Foundation
import Standards

/// Where postcodes are: the table that `scripts/make-postcodes.py` writes, which says how it is laid out.
///
/// The file is mapped and searched where it lies, so opening it costs nothing and every process shares one copy. What it
/// holds of Great Britain is right for the edition it was made from; a postcode that is newer is not in it.
public struct PostcodeTable: Places {
    private static let mark = Array("TLPLACE1".utf8)
    private static let head = 16
    private static let areaBytes = 64
    private static let codeBytes = 9
    private static let recordBytes = 16

    private let file: Data
    private let areas: [(code: String, name: String)]
    private let records: Range<Int>

    /// How many postcodes it holds.
    public let count: Int
    public let edition: String

    /// Opens a table.
    ///
    /// - Throws: ``ServiceError/notRead(file:why:)`` where it cannot be read or is not such a table.
    public init(file path: String) throws {
        guard let file = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            throw ServiceError.notRead(
                file: path, why: "the file cannot be read; make setup makes .places/postcodes.bin")
        }
        guard let layout = file.withUnsafeBytes(Self.layout) else {
            throw ServiceError.notRead(
                file: path, why: "this is not a whole table of postcodes; delete it and run make setup")
        }
        self.file = file
        edition = "\(path), \(layout.count) postcodes"
        areas = layout.areas
        count = layout.count
        records = Self.head + areas.count * Self.areaBytes..<file.count
    }

    /// The areas and the number of postcodes that the head names; nil where the file is not exactly as long as that.
    private static func layout(_ bytes: UnsafeRawBufferPointer) -> (areas: [(code: String, name: String)], count: Int)?
    {
        guard bytes.count >= head, bytes.prefix(8).elementsEqual(mark) else { return nil }
        let areas = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
        let count = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
        guard bytes.count == head + areas * areaBytes + count * recordBytes else { return nil }
        let named = (0..<areas).map { index in
            let area = bytes[(head + index * areaBytes)..<(head + (index + 1) * areaBytes)]
            return (text(area.prefix(codeBytes)), text(area.dropFirst(codeBytes)))
        }
        return (named, count)
    }

    private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    public func place(of postcode: Code) -> Place? {
        guard !postcode.isBlank else { return nil }
        return file.withUnsafeBytes { bytes in
            // As text is ordered: the first letter weighs most.
            let wanted = postcode.packed.byteSwapped
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if key(middle, bytes) < wanted { low = middle + 1 } else { high = middle }
            }
            guard low < count, key(low, bytes) == wanted else { return nil }
            return place(low, bytes)
        }
    }

    private func key(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let start = records.lowerBound + index * Self.recordBytes
        return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }

    private func place(_ index: Int, _ bytes: UnsafeRawBufferPointer) -> Place? {
        let start = records.lowerBound + index * Self.recordBytes + 8
        let position = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let area = Int(position >> 48)
        guard areas.indices.contains(area) else { return nil }
        return Place(
            easting: Int32(position & 0xFF_FFFF), northing: Int32(position >> 24 & 0xFF_FFFF), area: areas[area].code,
            areaName: areas[area].name)
    }

    /// The council that a code means; nil for a code that no postcode here has.
    public func name(ofArea code: String) -> String? { areas.first { $0.code == code }?.name }
}
