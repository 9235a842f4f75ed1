import Foundation
import Testing

@testable import CouncilSettings

struct SettingsTests {
    private func inForce(
        _ text: String, environment: [String: String] = [:], options: [(String, String, String)] = []
    ) throws -> SettingsInForce {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try SettingsInForce(file: file, environment: environment, options: options)
    }

    private func complaint(_ text: String, environment: [String: String] = [:]) -> String {
        do {
            _ = try inForce(text, environment: environment)
            return "taken"
        } catch let error as SettingsError {
            return error.description.replacing(FileManager.default.temporaryDirectory.path, with: "")
        } catch {
            return "\(error)"
        }
    }

    @Test func theFileSaysWhatTheCouncilDecided() throws {
        let settings = try inForce(
            """
            # fictional
            authority:
              name: Severn Vale
              area: E10000013
              population: 118000
            practice: {section_20_months: 6, distant_miles: 15.5, office_opens: "08:30", urgent_minutes: 45, urgent_telephone: 01632 960000}
            server:
              trusted_proxies: [10.0.0.1, 10.0.0.2]
            mail:
            """
        ).settings
        #expect(settings.authorityName == "Severn Vale")
        #expect(settings.local.authorityArea == "E10000013")
        #expect(settings.local.population == 118_000)
        #expect(settings.local.section20ReviewMonths == 6)
        #expect(settings.local.distantMiles == 15.5)
        #expect(settings.local.officeHours.opens == 510 && settings.local.officeHours.closes == 1020)
        #expect(settings.local.urgentMinutes == 45)
        #expect(settings.local.urgentTelephone == "01632 960000")
        #expect(settings.server.trustedProxies == ["10.0.0.1", "10.0.0.2"])
        #expect(settings.mail == Settings.Mail())
    }

    @Test func schoolTermsAreTimesOneAfterAnother() throws {
        let file = "practice: {visit_written_days: 3, school_terms: [2026-01-05/2026-03-27, 2025-09-03/2025-12-19]}\n"
        let settings = try inForce(file).settings
        #expect(settings.local.visitWrittenDays == 3)
        #expect(settings.local.schoolTerms.map(\.description) == ["2025-09-03/2025-12-19", "2026-01-05/2026-03-27"])
        #expect(
            Setting.named["practice.school_terms"]?.shown(in: settings)
                == "2025-09-03/2025-12-19, 2026-01-05/2026-03-27")
        for wrong in ["[2025-09-03]", "[2025-12-19/2025-09-03]", "[2025-09-03/2025-13-19]", "[autumn]"] {
            #expect(
                complaint("practice: {school_terms: \(wrong)}\n").hasSuffix(
                    "as 2025-09-03/2025-12-19, with commas between them"))
        }
        #expect(
            complaint("practice: {school_terms: [2025-09-03/2025-12-19, 2025-12-19/2026-02-01]}\n").hasSuffix(
                "times of which none is in another"))
    }

    @Test func anOptionGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws {
        let file = "server: {port: 1001, address: 127.0.0.2}\nlog: {level: info}\n"
        let environment = ["THROUGHLINE_SERVER_PORT": "1002", "THROUGHLINE_LOG_LEVEL": "", "HOME": "/"]
        var inForce = try inForce(file, environment: environment)
        #expect(inForce.settings.server.port == 1002)
        inForce = try self.inForce(file, environment: environment, options: [("--port", "server.port", "1003")])
        #expect(inForce.settings.server.port == 1003)
        func origin(_ key: String) -> String { Setting.named[key].map { inForce.origin(of: $0).words } ?? "" }
        #expect(origin("server.port") == "--port")
        #expect(origin("server.address").hasSuffix(".yaml, line 1"))
        #expect(origin("log.level").hasSuffix(".yaml, line 2"), "an empty variable says nothing")
        #expect(origin("mail.port") == "default")
    }

    @Test func anUnknownKeyIsNamedWithItsLineAndWhatWasMeant() {
        #expect(
            complaint("log: {level: info}\nserver:\n  prot: 80\n").hasSuffix(
                "yaml, line 3: there is no setting server.prot; did you mean server.port?"))
        #expect(complaint("port: 80\n").contains("line 1: there is no setting port; did you mean "))
        #expect(complaint("nonsense: 80\n").contains("throughline config lists what there is"))
    }

    @Test(arguments: [
        ("server:\n  port: 0\n", "line 2: server.port must be a whole number from 1 to 65535"),
        ("server: {port: [1, 2]}\n", "line 1: server.port must be a whole number"),
        ("server: {port: {a: 1}}\n", "line 1: server.port takes one value"),
        ("mail: {security: ssl}\n", "mail.security must be one of starttls, tls, none"),
        ("authority: {area: Severn}\n", "authority.area must be a code of nine characters"),
        ("server: {url: http://example.org}\n", "server.url must be an address that starts with https:"),
        ("mail: {from: nobody}\n", "mail.from must be an email address"),
        ("practice: {distant_miles: far}\n", "practice.distant_miles must be a number from 1.0 to 500.0"),
        ("practice: {office_closes: \"17:60\"}\n", "practice.office_closes must be a time as 09:00"),
        ("server: 80\n", "line 1: server holds names with values"),
        ("- a\n- b\n", "line 1: the file holds names with values"),
        ("a: [\n", "this is not YAML"), ("log: {level: info}\nlog: {level: info}\n", "this is not YAML"),
    ]) func whatCannotBeUsedIsOneSentence(_ text: String, _ sentence: String) {
        let complaint = complaint(text)
        #expect(complaint.contains(sentence), "\(complaint)")
        #expect(!complaint.contains("\n"))
    }

    @Test func aVariableThatCannotBeUsedIsNamed() {
        #expect(
            complaint("", environment: ["THROUGHLINE_SERVER_PORT": "x"])
                == "THROUGHLINE_SERVER_PORT: server.port must be a whole number from 1 to 65535")
        #expect(
            SettingsInForce.strangers(in: ["THROUGHLINE_SERVR_PORT": "1", "THROUGHLINE_SERVER_PORT": "1", "HOME": "/"])
                == ["THROUGHLINE_SERVR_PORT"])
    }

    @Test func aSecretIsNeverShown() throws {
        let settings = try inForce("mail: {password: a-fictional-secret}\n").settings
        #expect(settings.mail.password == "a-fictional-secret")
        for setting in Setting.all { #expect(!setting.shown(in: settings).contains("fictional")) }
        #expect(Setting.all.filter(\.isSecret).map(\.key) == ["mail.password"])
    }

    @Test func whatIsShownIsTakenAgain() throws {
        var settings = Settings()
        settings.local.population = 4
        settings.server.trustedProxies = ["10.0.0.1", "10.0.0.2"]
        settings.local.distantMiles = 12.5
        var again = Settings()
        for setting in Setting.all { #expect(setting.take(setting.show(settings), &again) == nil, "\(setting.key)") }
        #expect(again == settings)
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
    }

    @Test func noFileAtAllIsWhatItIsUnlessSomebodySaysOtherwise() throws {
        #expect(try SettingsInForce(file: nil).settings == Settings())
        #expect(throws: SettingsError.notRead(file: "/nope.yaml")) {
            try SettingsInForce(file: URL(fileURLWithPath: "/nope.yaml"))
        }
        #expect(try inForce("").settings == Settings())
    }

    @Test func everySettingIsInTheManual() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let manual = try String(contentsOf: root.appendingPathComponent("docs/operations.md"), encoding: .utf8)
        for setting in Setting.all {
            let initial = setting.shown(in: Settings())
            let row =
                "| `\(setting.key)` | `\(setting.variable)` | \(initial.isEmpty ? "–" : "`\(initial)`") | \(setting.meaning) |"
            #expect(manual.contains(row), "docs/operations.md should have: \(row)")
        }
    }
}
