/// The tables of what is settled with the people around a child: who, what, how it stands, and why where that needs saying.
extension RecordTable {
    var settledCells: [Cell] {
        switch self {
        case .needsAnswered:
            [
                Cell(.need, .items([.need])), Cell(.action, .items([.action]), needed: false),
                Cell(.because, .text, .without(.action)),
            ]
        case .delegated:
            [
                Cell(.matter, .choice(DelegatedMatter.names)), Cell(.what, .text),
                Cell(.decides, .choice(Decider.names)),
                Cell(.informed, .text, needed: false), Cell(.because, .text, .whereSaid(.decides, Decider.withReason)),
            ]
        case .agreements:
            [
                Cell(.person, .text), Cell(.role, .choice(Around.names)), Cell(.agreed, .choice(Agreement.names)),
                Cell(.on, .day, .whereSaid(.agreed, [Agreement.agreed, .notAgreed].map(\.rawValue))),
                Cell(.because, .text, .whereSaid(.agreed, [Agreement.notAgreed, .notAsked].map(\.rawValue))),
            ]
        case .readiness:
            [
                Cell(.matter, .choice(ReadyMatter.names)), Cell(.ready, .choice(Ready.names)),
                Cell(.owner, .text, .whereSaid(.ready, [Ready.workingOn.rawValue])),
                Cell(.due, .day, .whereSaid(.ready, [Ready.workingOn.rawValue])),
                Cell(.because, .text, .whereSaid(.ready, [Ready.notNeeded.rawValue])),
            ]
        case .consents:
            [
                Cell(.matter, .choice(ConsentMatter.names)), Cell(.what, .text, needed: false), Cell(.person, .text),
                Cell(.consent, .choice(Consent.names)), Cell(.on, .day, .whereSaid(.consent, Consent.said)),
                Cell(.until, .day, needed: false), Cell(.because, .text, .whereSaid(.consent, Consent.withReason)),
            ]
        case .attended:
            [
                Cell(.person, .text), Cell(.role, .choice(Around.names)), Cell(.there, .choice(Attendance.names)),
                Cell(.because, .text, .whereSaid(.there, [Attendance.notThere.rawValue])),
            ]
        default: []
        }
    }
}
