import Access
import Foundation
import HTTPTypes

@testable import Website

/// What `docs/access.md` says of who may do what: the page that people read, and that the code is held to.
struct AccessDocument {
    /// What each address asks of whoever comes, by method and path.
    let doors: [String: Door]
    /// The rows of the policy as they are written.
    let rows: Set<String>

    init() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/access.md")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        rows = Set(lines.filter { $0.hasPrefix("| ") })
        var doors: [String: Door] = [:]
        for line in lines {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, ["GET", "POST"].contains(cells[0]), let door = Door(words: cells[2]) else {
                continue
            }
            doors["\(cells[0]) \(cells[1].trimmingCharacters(in: ["`"]))"] = door
        }
        self.doors = doors
    }

    /// The row of a role: what it may do for its own children, its team's, everybody's, and with a reason.
    static func row(_ role: Role) -> String {
        let cells = [Reach.own, .team, .everybody, .everybodyWithReason].map { reach in
            Action.allCases.filter { Policy.table[role]?[$0] == reach }.map { "`\($0.rawValue)`" }
                .joined(separator: ", ")
        }
        return "| \(role.title) | " + cells.joined(separator: " | ") + " |"
    }

    static func row(_ route: Route) -> String { "| \(route.method) | `\(route.path)` | \(route.door.words) |" }
}

extension Route {
    var name: String { "\(method) \(path)" }
}

extension Door {
    var words: String {
        switch self {
        case .open: "anybody"
        case .threshold: "anybody, before signing in too"
        case .halfway: "whoever gave a right password"
        case .may(let action): "`\(action.rawValue)`"
        case .child(let action): "`\(action.rawValue)`, of the child"
        case .record: Self.recording + ", as the kind of record takes, of the child"
        case .recordAnything: Self.recording
        case .reason(let action): "`\(action.rawValue)`, of the child, where a reason opens it"
        }
    }

    init?(words: String) {
        let all: [Door] =
            [.open, .threshold, .halfway, .record, .recordAnything]
            + Action.allCases.flatMap { [Door.may($0), .child($0), .reason($0)] }
        guard let door = all.first(where: { $0.words == words }) else { return nil }
        self = door
    }

    private static let recording = Action.recording.map { "`\($0.rawValue)`" }.joined(separator: " or ")
}
