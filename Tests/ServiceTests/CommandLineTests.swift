import Foundation
import Testing

/// What the built binary says and how it exits. It stands beside the test bundle.
struct CommandLineTests {
    private func run(_ arguments: String...) throws -> Program.Answer { try Program.run(arguments) }

    private static let commands = [
        "import ssda903", "import staff", "import names", "children", "child", "duties", "signals", "figures", "delays",
        "standards",
        "set-aside", "journal show", "journal head", "verify", "calendar add-working-days", "synth", "serve",
        "backup", "restore", "config",
    ]

    @Test(arguments: commands) func everyCommandHelpsWithAnExample(_ command: String) throws {
        let answer = try Program.run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(answer.status == 0)
        #expect(answer.out.contains("Example:"))
    }

    @Test func badInputIsOneLineAndExitsWithTwo() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        for answer in [
            try run("children", "--data", folder),
            try run("import", "ssda903", "/nope", "--year", "2017-18", "--data", folder),
            try run("import", "ssda903", "/nope", "--year", "2017-19"), try run("nonsense"),
            try run("calendar", "add-working-days", "2030-03-28", "20"),
            try run("serve", "--data", folder, "--places", "/nope.bin"),
        ] {
            #expect(answer.status == 2)
            #expect(answer.error.hasPrefix("throughline: "))
            #expect(answer.error.split(separator: "\n").count == 1, "\(answer.error)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder), "a refused import leaves nothing behind")
    }

    @Test func workingDaysAreCounted() throws {
        let answer = try run("calendar", "add-working-days", "2018-03-28", "20")
        #expect(answer.status == 0)
        #expect(answer.out == "2018-04-27\n")
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func aShellIsToldHowToCompleteEverySubcommand(_ shell: String) throws {
        let answer = try run("--generate-completion-script", shell)
        #expect(answer.status == 0 && answer.error.isEmpty)
        for command in ["import", "children", "figures", "verify", "add-working-days"] {
            #expect(answer.out.contains(command), "\(shell) \(command)")
        }
    }
}

/// `calendar add-working-days --holidays FILE`: the table of another instrument.
struct HolidayListTests {
    private func answer(_ list: String, _ day: String, _ count: String = "1") throws -> Program.Answer {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("holidays-\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(list.utf8).write(to: file)
        return try Program.run(["calendar", "add-working-days", day, count, "--holidays", file.path])
    }

    @Test func anotherTableGivesAnotherDay() throws {
        let list = "# Northern Ireland too\r\nyears,2018,2018\r\n\r\n2018-03-19,St Patrick’s Day\r\n 2018-03-20\r\n"
        #expect(try answer(list, "2018-03-16").out == "2018-03-21\n")
        #expect(try Program.run(["calendar", "add-working-days", "2018-03-16", "1"]).out == "2018-03-19\n")
        #expect(try answer("\u{FEFF}years,2018,2018\n2018-03-19", "2018-03-16").out == "2018-03-20\n")
    }

    @Test func aCountThatLeavesTheYearsOfTheListHasNoAnswer() throws {
        for (day, count) in [("2018-12-31", "1"), ("2017-06-01", "1"), ("2018-01-02", "300")] {
            let answer = try answer("years,2018,2018\n", day, count)
            #expect(answer.status == 2 && answer.error.contains("2018 to 2018") && answer.error.contains("unknown"))
        }
    }

    @Test(arguments: [
        ("", "begin with the years"), ("2018-01-01\n", "line 1: begin with the years"),
        ("years,2018\n", "line 1: begin with the years"), ("years,2019,2018\n", "line 1: begin with the years"),
        ("years,1,9999\n", "line 1: a list holds at most 200 years"),
        ("years,2018,2018\n\n25/12/2018\n", "line 3: “25/12/2018” is not a day; write it as 2018-12-25"),
        ("years,2018,2018\n2018-02-30\n", "line 2: “2018-02-30” is not a day"),
        ("years,2018,2018\n2018-12-25\n2019-01-01\n", "line 3: 2019-01-01 is outside the years 2018 to 2018"),
    ])
    func aListThatIsWrongIsRefusedWithItsLine(_ list: String, _ complaint: String) throws {
        let answer = try answer(list, "2018-03-16")
        #expect(answer.status == 2 && answer.out.isEmpty)
        #expect(answer.error.hasPrefix("throughline: ") && answer.error.split(separator: "\n").count == 1)
        #expect(answer.error.contains(complaint), "\(answer.error)")
    }

    @Test func aListThatCannotBeReadIsRefused() throws {
        let answer = try Program.run(["calendar", "add-working-days", "2018-03-16", "1", "--holidays", "/nope.csv"])
        #expect(answer.status == 2 && answer.error.contains("/nope.csv cannot be read"))
    }
}
