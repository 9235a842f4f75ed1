import CouncilFiles
import Foundation
import Yams

/// A settings file as it was written: what each key is given, and on which line.
struct SettingsFile {
    struct Given {
        let setting: Setting
        let text: String
        let line: Int
    }

    /// In the order of the file.
    let given: [Given]

    /// - Throws: ``SettingsError``, naming the file and the line.
    init(_ text: String, name: String) throws(SettingsError) {
        let root: Node?
        do {
            root = try YAMLFault.compose(text)
        } catch { throw .notYAML(file: name, line: error.line, why: error.why) }
        var given: [Given] = []
        if let root, root.scalar?.string != "" { try Self.read(root, section: "", file: name, into: &given) }
        self.given = given
    }

    private static func read(
        _ node: Node, section: String, file: String, into given: inout [Given]
    ) throws(SettingsError) {
        guard let mapping = node.mapping else {
            throw .notASection(file: file, line: node.mark?.line ?? 1, section: section)
        }
        for (name, value) in mapping {
            let line = name.mark?.line ?? 1
            let key = section + (name.scalar?.string ?? "")
            if let setting = Setting.named[key] {
                guard let text = text(of: value) else { throw .notAValue(file: file, line: line, key: key) }
                given.append(Given(setting: setting, text: text, line: line))
            } else if Setting.all.contains(where: { $0.key.hasPrefix(key + ".") }) {
                // A section with nothing under it says nothing.
                if value.scalar?.string.isEmpty == true { continue }
                try read(value, section: key + ".", file: file, into: &given)
            } else {
                throw .unknown(file: file, line: line, key: key, nearest: nearest(key))
            }
        }
    }

    /// A value, or a list of them with commas between; nil where there is more to it.
    private static func text(of node: Node) -> String? {
        switch node {
        case .scalar(let scalar): scalar.string == "~" || scalar.string == "null" ? "" : scalar.string
        case .sequence(let sequence):
            sequence.contains { $0.scalar == nil }
                ? nil : sequence.compactMap(\.scalar?.string).joined(separator: ", ")
        default: nil
        }
    }

    /// The setting that was most likely meant: the one of the same name elsewhere, or with the fewest letters changed.
    private static func nearest(_ key: String) -> String? {
        let name = key.split(separator: ".").last.map(String.init) ?? key
        if let elsewhere = Setting.all.first(where: { $0.key.hasSuffix("." + name) }) { return elsewhere.key }
        let nearest = Setting.all.map { (key: $0.key, steps: steps(Array(key), Array($0.key))) }.min {
            $0.steps < $1.steps
        }
        return nearest.flatMap { $0.steps <= 3 ? $0.key : nil }
    }

    /// How many letters have to be changed, added or taken out to get from one to the other.
    private static func steps(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                (diagonal, row[j + 1]) = (
                    row[j + 1], letter == other ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
                )
            }
        }
        return row[b.count]
    }
}

/// Why settings cannot be used: where it says so and what to write instead.
public enum SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    case notRead(file: String)
    case notYAML(file: String, line: Int?, why: String)
    case notASection(file: String, line: Int, section: String)
    case notAValue(file: String, line: Int, key: String)
    case unknown(file: String, line: Int, key: String, nearest: String?)
    case refused(key: String, from: Origin, expected: String)

    public var description: String {
        switch self {
        case .notRead(let file): "\(file) cannot be read; name a settings file that is there with --config"
        case .notYAML(let file, let line, let why):
            "\(file)\(line.map { ", line \($0)" } ?? ""): this is not YAML (\(why)); compare it with docs/operations.md"
        case .notASection(let file, let line, let section):
            "\(file), line \(line): \(section.isEmpty ? "the file" : section.dropLast().description) holds names with values, as port: 8080"
        case .notAValue(let file, let line, let key): "\(file), line \(line): \(key) takes one value"
        case .unknown(let file, let line, let key, let nearest):
            "\(file), line \(line): there is no setting \(key)"
                + (nearest.map { "; did you mean \($0)?" } ?? "; throughline config lists what there is")
        case .refused(let key, let origin, let expected): "\(origin.words): \(key) must be \(expected)"
        }
    }
}
