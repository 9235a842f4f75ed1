import Casework
import Foundation

/// Searching among many children by any spelling, beside the home page under the same load.
enum Searches {
    static func measure(_ place: Workplace, children: Int) async throws {
        let house = try await House(place, children: children, years: 1)
        defer { house.close() }
        let searches = searches(house)
        var (home, search) = (Double.infinity, Double.infinity)
        for _ in 0..<3 {
            guard let one = try Load(house.port, house.asks("/"), seconds: 3, place),
                let two = try Load(house.port, searches, seconds: 3, place)
            else { return note("searches were not measured: wrk is not here, or a page was not answered") }
            (home, search) = (min(home, one.p99), min(search, two.p99))
        }
        report(
            "search of \(children), any spelling: p99", search * 1000, against: home * 1000, .atMost(10), unit: "ms")
        note(
            "\(searches.count) searches by names as they are, with slips, cut short and run together; the reference is the home page"
        )
    }

    /// Names of children of the record, each written in one of several ways.
    private static func searches(_ house: House) -> [Load.Ask] {
        let names = house.question.authority.children.values.compactMap(\.identity.name).sorted()
        let step = max(1, names.count / 60)
        return stride(from: 0, to: names.count, by: step).enumerated().map { place, index in
            let name = names[index]
            let typed =
                switch place % 5 {
                case 0: name
                case 1: swapped(name)
                case 2: String(name.prefix(max(3, name.count / 2)))
                case 3: name.filter { $0 != " " }
                default: name.replacing("ph", with: "f").replacing("ie", with: "y").replacing("c", with: "k")
                }
            let words = typed.lowercased().addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "a"
            return Load.Ask(path: "/children?find=\(words)", cookie: house.viewers[place % house.viewers.count])
        }
    }

    /// Two neighbouring letters changed places.
    private static func swapped(_ name: String) -> String {
        var letters = Array(name)
        guard letters.count > 3 else { return name }
        letters.swapAt(2, 3)
        return String(letters)
    }
}
