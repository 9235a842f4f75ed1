import ArgumentParser
import Days
import Foundation

/// Another instrument's holidays, read from a file: which years the list is whole for, and a day a line.
///
/// ```
/// years,2018,2020
/// 2018-01-01,New Year’s Day
/// 2018-03-19
/// ```
///
/// What follows a day's comma is for people. Blank lines and lines that begin with `#` are passed over.
struct HolidayList {
    let calendar: WorkingDays

    /// The most years that a list may claim.
    static let mostYears = 200

    /// - Throws: a sentence that names the file and the line.
    init(file: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ValidationError("\(file) cannot be read; give a file of holidays (see docs/cli.md)")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ValidationError("\(file) is not text in UTF-8; save it as CSV in UTF-8")
        }
        var years: ClosedRange<Int>?
        var holidays: [Day] = []
        let lines = text.replacingOccurrences(of: "\u{FEFF}", with: "").split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard let first = cells.first, !first.isEmpty, !first.hasPrefix("#") else { continue }
            let place = "\(file), line \(index + 1)"
            guard let known = years else {
                years = try Self.years(cells, place)
                continue
            }
            guard let day = Day(first) else {
                throw ValidationError("\(place): “\(first.prefix(40))” is not a day; write it as 2018-12-25")
            }
            guard known.contains(day.year) else {
                throw ValidationError(
                    "\(place): \(day) is outside the years \(known.lowerBound) to \(known.upperBound) of the first line"
                )
            }
            holidays.append(day)
        }
        guard let years else {
            throw ValidationError("\(file) says nothing; begin with the years it is whole for, as years,2018,2020")
        }
        calendar = WorkingDays(name: "working days by \(file)", years: years, holidays: holidays)
    }

    private static func years(_ cells: [String], _ place: String) throws -> ClosedRange<Int> {
        guard cells.count == 3, cells[0].lowercased() == "years", let first = Int(cells[1]), let last = Int(cells[2]),
            first >= 1, last <= 9999, first <= last
        else {
            throw ValidationError("\(place): begin with the years that the list is whole for, as years,2018,2020")
        }
        guard last - first < mostYears else {
            throw ValidationError("\(place): a list holds at most \(mostYears) years, not \(last - first + 1)")
        }
        return first...last
    }
}
