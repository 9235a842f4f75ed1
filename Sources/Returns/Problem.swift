import Casework
import Days

/// What can be wrong with a return. The words for each stand in one table below.
public enum Problem: Hashable, Sendable {
    // A row that has nothing to hang on.
    case noChild
    case noWorker
    case noDay(of: String)

    // A day.
    case notADay
    case liesAhead(Day)
    case birthDateNotRead
    case tooManyBirthDates(Int)

    // An end. Without one, what it would end is read as going on.
    case endNotADay
    case endLiesAhead(Day)
    case endBeforeStart(end: Day, start: Day)
    case endWithoutDay(of: String)

    // Another cell.
    case notACode
    case notAPostcode
    case notZeroOrOne
    case notANumber(ClosedRange<Int>)
    case codeOfNoYear(CollectionYear)
    case kindNotSaid

    // A row beside the child's other rows.
    case saysOtherwise(than: String, Day?)
    case twoChildren
    case anotherChild
    case repeated(Int)
    case twoBirthDates(Day, Day)
    case twoSexes(Sex, Sex)
    case bornLater(Day, Day)
    case neverEnded(start: Day, later: Day)
    case noEpisode

    // A file.
    case columnMissing(CollectionYear)
    case columnNotKnown
    case columnRepeated
    case noTable
    case emptyTable
    case notThisReturn
    case besideTables
    case folder(inZip: Bool)
    case zipInFolder
}

extension Problem {
    /// The words: what is wrong and how to mend it.
    func words(about finding: Finding) -> (wrong: String, mend: String) {
        // A sentence stays on one line, whatever newlines stand in the cell.
        let value = (finding.value ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
        let column = finding.column ?? ""
        switch self {
        case .noChild: return ("the row names no child", "Give the child’s number.")
        case .noWorker: return ("the row names no social worker", "Give the worker’s code.")
        case .noDay(let what): return ("the row does not say \(what)", "Fill in \(column).")

        case .notADay: return ("\(value) is not a day", "Write \(column) as 15/05/2018.")
        case .liesAhead(let day):
            return (
                "\(day.inWords) lies ahead, so it cannot have happened",
                "Correct \(column), or leave it out until it has happened."
            )
        case .birthDateNotRead:
            return ("\(value) is not a birth date, so this row’s was left out", "Write \(column) as 15/05/2018.")
        case .tooManyBirthDates(let most):
            return (
                "the child already has \(most) birth dates, so this one was left out",
                "Find out whether one number was given to several children."
            )

        case .endNotADay:
            return ("\(value) is not a day, so this is read as not ended", "Write \(column) as 15/05/2018.")
        case .endLiesAhead(let day):
            return ("\(day.inWords) lies ahead, so this is read as not ended", "Correct \(column).")
        case .endBeforeStart(let end, let start):
            return (
                "it ends on \(end.inWords), before it starts on \(start.inWords), so it is read as not ended",
                "Correct \(column) or the start."
            )
        case .endWithoutDay(let day):
            return (
                "\(value) says how it ended, but \(day) does not say when, so it is read as not ended",
                "Fill in \(day), or take \(column) out if it goes on."
            )

        case .notACode:
            return (
                "\(value) is too long for a code, or not plain letters and figures",
                "Write one of the collection’s codes for \(column)."
            )
        case .notAPostcode: return ("\(value) is not a postcode", "Write \(column) as a postcode.")
        case .notZeroOrOne: return ("\(value) is neither 0 nor 1", "Write 1 for yes, 0 for no, or nothing.")
        case .notANumber(let range):
            return (
                "\(value) is not a whole number from \(range.lowerBound) to \(range.upperBound)", "Correct \(column)."
            )
        case .codeOfNoYear(let year):
            return ("\(value) is not a code for \(column) in \(year)", "Check the code; it was kept as it stands.")
        case .kindNotSaid:
            return ("the row does not say whether the child was missing or away", "Write M or A in \(column).")

        case .saysOtherwise(let what, let day):
            return (
                "the child already has \(what)\(day.map { " \($0.inWords)" } ?? ""), and this row says something else",
                "Keep the row that is right; the first was used."
            )
        case .twoChildren:
            return (
                "birth date and sex both differ from the child’s other rows, so the number stands for two children",
                "Give each child a number of their own; the first row was used."
            )
        case .anotherChild:
            return (
                "the number is known here, but birth date and sex both differ from the child who has it",
                "Find out whether the number was given to another child."
            )
        case .repeated(let count):
            return (
                count == 1
                    ? "1 row says what another row says, and was not counted again"
                    : "\(count) rows say what another row says, and were not counted again; this is the first",
                "Nothing is lost; take the repeats out where the file is made."
            )
        case .twoBirthDates(let first, let other):
            return (
                "the child’s birth date is \(first.inWords) in one place and \(other.inWords) in another",
                "Find out which is right. Until then both are kept, and what depends on age is worked out on both."
            )
        case .twoSexes(let first, let other):
            return (
                "the child’s sex is \(first) in one place and \(other) in another",
                "Find out which is right. Until then both are kept."
            )
        case .bornLater(let day, let born):
            return (
                "\(day.inWords) is before the child was born on \(born.inWords)",
                "Correct \(column) or the birth date; both were kept as they stand."
            )
        case .neverEnded(let start, let later):
            return (
                "the episode that started on \(start.inWords) has no end, though the child’s last, from \(later.inWords), ended",
                "Fill in \(column) if it ended. Until then the child is shown as looked after."
            )
        case .noEpisode:
            return (
                "Episodes has no row for this child, who is not in OC3 either",
                "Add the child’s episodes, or take the child out of \(finding.table)."
            )

        case .columnMissing(let year):
            return (
                "\(finding.table) has no column \(column)",
                "Add the column, or leave it out if the collection of \(year) has none."
            )
        case .columnNotKnown:
            return (
                "the collection’s \(finding.table) has no column \(column), so it was not read",
                "Nothing to mend, unless \(column) is one of the collection’s columns misspelt."
            )
        case .columnRepeated:
            return ("the column \(column) stands twice, and the first was read", "Take the second out.")
        case .noTable:
            return (
                "\(finding.file) is not a table of the SSDA903 return and was not read",
                "If it is one, name it as the collection does, for example Episodes.csv."
            )
        case .emptyTable:
            return (
                "\(finding.file) is empty, so the return says nothing of \(finding.table)",
                "Send the table with at least its headings if there is nothing to tell."
            )
        case .notThisReturn:
            return (
                "\(finding.file) is XML, but not the DfE’s SSDA903 return, and was not read",
                "If it is the return, its first element should be EXPSSDA903."
            )
        case .besideTables:
            return (
                "\(finding.file) was not read, because the tables it holds were read from other files",
                "To read it instead, name it alone, or put it in a folder of its own."
            )
        case .folder(let inZip):
            return (
                inZip
                    ? "\(finding.file) is in a folder further down in the zip and was not read"
                    : "\(finding.file) is a folder inside the folder and was not read",
                "To read it, name it: the year before goes with --previous."
            )
        case .zipInFolder:
            return (
                "\(finding.file) is a zip inside the folder and was not opened",
                "To read it, name the zip itself, or unpack it."
            )
        }
    }
}
