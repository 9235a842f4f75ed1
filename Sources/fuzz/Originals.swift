import Foundation
import TestSupport

/// The sound tables that damage is done to, and the shapes a return comes in.
struct Originals {
    enum Shape: CaseIterable {
        /// A folder whose tables are damaged, left out, renamed or put beside each other's content.
        case folder
        /// A zip of sound and damaged tables, its own bytes damaged too.
        case zip
        /// The DfE's XML.
        case xml
    }

    private let tables: [(name: String, bytes: [UInt8])]

    init(_ folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        tables = names.compactMap { name in
            FileManager.default.contents(atPath: folder + "/" + name).map { (name, [UInt8]($0)) }
        }
    }

    /// Writes a damaged return of a shape into an empty folder, and gives the path to read.
    func write(_ shape: Shape, damagedBy dice: inout Seeded, to folder: URL) throws -> String {
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch shape {
        case .folder: return try writeFolder(&dice, folder)
        case .zip: return try writeZip(&dice, folder)
        case .xml: return try writeXML(&dice, folder)
        }
    }

    private func writeFolder(_ dice: inout Seeded, _ folder: URL) throws -> String {
        for (name, bytes) in tables where Int.random(in: 0..<10, using: &dice) > 0 {
            let strayed = Int.random(in: 0..<30, using: &dice) == 0 ? tables.randomElement(using: &dice)?.bytes : nil
            // Most tables stay sound: a return is refused at its first hostile byte, and then nothing else is tried.
            let isSound = Int.random(in: 0..<4, using: &dice) > 0
            let written = strayed ?? bytes
            try Data(isSound ? written : written.damaged(by: &dice)).write(to: folder.appendingPathComponent(name))
        }
        if Int.random(in: 0..<4, using: &dice) == 0 {
            try Data(Self.xml.damaged(by: &dice)).write(to: folder.appendingPathComponent("return.xml"))
        }
        return folder.path
    }

    private func writeZip(_ dice: inout Seeded, _ folder: URL) throws -> String {
        let path = folder.appendingPathComponent("return.zip")
        let depths = ["", "a/", "a/b/", "../"]
        let entries = tables.map { name, bytes in
            let depth = Int.random(in: 0..<100, using: &dice) == 0 ? depths.randomElement(using: &dice) ?? "" : ""
            let isSound = Int.random(in: 0..<4, using: &dice) > 0
            return Zip.Entry(depth + name, isSound ? bytes : bytes.damaged(by: &dice))
        }
        try Zip.write(entries, to: path.path)
        if Int.random(in: 0..<4, using: &dice) == 0 {
            let bytes = [UInt8](try Data(contentsOf: path))
            try Data(bytes.damaged(by: &dice)).write(to: path)
        }
        return path.path
    }

    private func writeXML(_ dice: inout Seeded, _ folder: URL) throws -> String {
        let path = folder.appendingPathComponent("return.xml")
        try Data(Self.xml.damaged(by: &dice)).write(to: path)
        return path.path
    }

    private static let xml = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <EXPSSDA903><CHILD><HEADER><CHILDID>907440</CHILDID><UPN>O013219285333</UPN><SEX>2</SEX><DOB>28/07/2010</DOB>
        <ETHNIC>BAFR</ETHNIC><UASC>1</UASC><DUC>28/09/2020</DUC><AREVIEW><REVIEW>27/09/2015</REVIEW>
        <REVIEW_CODE>PN0</REVIEW_CODE></AREVIEW><AMISSING><MISSING>A</MISSING><MIS_START>29/07/2017</MIS_START>
        <MIS_END>15/09/2017</MIS_END></AMISSING><MOTHER/><OC2><SDQ_SCORE>21</SDQ_SCORE><CONVICTED>1</CONVICTED></OC2>
        <AD_PLACED><DATE_PLACED>03/05/2015</DATE_PLACED></AD_PLACED></HEADER><EPISODE><DECOM>06/01/2017</DECOM>
        <RNE>T</RNE><LS>J3</LS><PL>R5</PL><PL_POST>E7 5YR</PL_POST><DEC>06/10/2017</DEC><REC>X1</REC></EPISODE>
        <EPISODE><DECOM>06/10/2017</DECOM><RNE>T</RNE><LS>J3</LS><DEC/><REC>E11</REC></EPISODE></CHILD></EXPSSDA903>
        """.utf8)
}

extension [UInt8] {
    /// A few bytes changed, dropped, repeated, moved, or the end cut off.
    func damaged(by dice: inout Seeded) -> [UInt8] {
        var bytes = self
        let telling: [UInt8] = [0, 10, 13, 32, 34, 44, 44, 45, 47, 60, 62, 38, 0xC3, 0xEF, 0xFF]
        for _ in 0..<Int.random(in: 0...3, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<8, using: &dice) {
            case 0, 1: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 2, 3: bytes[place] = telling.randomElement(using: &dice) ?? 0
            case 4: bytes.remove(at: place)
            case 5: bytes.insert(contentsOf: bytes[place...].prefix(64), at: place)
            case 6: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &dice))
            default: if Int.random(in: 0..<4, using: &dice) == 0 { bytes.removeSubrange(place...) }
            }
        }
        return bytes
    }
}
