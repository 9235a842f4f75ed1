import Casework
import Oversight
import Testing

/// What should be joined up can be, whatever a council has made of its forms.
struct MendingTests {
    @Test func whatMendsABreakMayBeLeftOutOfNoForm() throws {
        var asked = 0
        for rule in Breaks.rules {
            guard case .writing(let kind, let field?, _) = rule.mend else { continue }
            let required = try #require(kind.fields.first { $0.field == field }, "\(rule.id)")
            #expect(kind.whyAsked(required) != nil, "\(rule.id) is mended by \(field.name) of \(kind.name)")
            asked += 1
        }
        #expect(asked > 20)
    }
}
