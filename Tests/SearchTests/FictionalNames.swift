import Casework
import Days
import Synthetic

@testable import Search

/// The children of the fictional authority under the names of its names file: 600 of them, spread over all it has.
enum FictionalNames {
    struct Child {
        let id: ChildID
        let name: ChildName
        let former: [String]
    }

    static let children: [Child] = {
        let authority = SyntheticAuthority(
            seed: 1, children: 600, years: 1, lastYear: CollectionYear(startingIn: 2025))
        var text = ""
        authority.returns { path, bytes in if path == "names.csv" { text = String(decoding: bytes, as: UTF8.self) } }
        let rows = text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let step = max(1, rows.count / 600)
        return rows.enumerated().filter { $0.offset % step == 0 }.prefix(600).map { place, cells in
            Child(
                id: ChildID(key: UInt64(place + 1)),
                name: ChildName(given: cells[1], family: cells[2], knownAs: cells[3]),
                former: cells[4].split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") })
        }
    }()

    static let authority: Authority = {
        var authority = Authority()
        var seq: Int64 = 0
        for (place, child) in children.enumerated() {
            var events: [IdentityEvent] = [
                .numbered(ssda903: "\(100_000 + place)"),
                .described(ChildDetails(upn: "A999\(String("\(100_000_000 + place)".dropFirst()))")),
            ]
            events += [.named(child.name)] + child.former.map { .formerlyNamed($0) }
            var record = ChildRecord(id: child.id)
            for event in events {
                seq += 1
                record.apply(.identity(event), origin: Origin(EventID(seq), .namesFile))
            }
            authority.replace(record)
        }
        return authority
    }()

    static let index = NameIndex(authority)
}
