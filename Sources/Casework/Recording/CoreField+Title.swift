extension CoreField {
    /// What a list of a record is of, in the middle of a sentence: “there is none of this: answers to what the child said”.
    public var listed: String {
        switch self {
        case .progress: "how far actions have got"
        case .measurements: "how outcomes are going"
        case .views: "what the child said"
        case .viewsAnswered: "answers to what the child said"
        case .viewsConsidered: "what the child has told us before"
        case .risksConsidered: "risks that were open already"
        case .closed: "what is over"
        case .decisionsLooked: "what came of earlier decisions"
        case .movedDates: "days that moved"
        case .people: "people who matter, and when they are seen"
        case .contacts: "times together"
        case .network: "people around the child"
        case .handedOver: "what was handed over"
        case .takenOver: "what was taken over"
        case .askedOfHome: "what is asked of a home"
        case .homesConsidered: "homes that were considered"
        case .given: "people who were given a copy"
        case .discussed: "what was not talked about in the meeting"
        case .facts: "what happened"
        case .needsAnswered: "answers to needs"
        case .delegatedDecisions: "who decides what"
        case .agreements: "who agrees"
        case .readiness: "what adult life needs"
        case .attended: "who was there"
        case .evidences: "what this shows of what is needed, wanted or done"
        case .concerns: "what the reviewing officer is concerned about"
        case .concernAnswers: "answers to concerns"
        case .concernSteps: "what is done about concerns"
        case .keepsakes: "things that belong to the story"
        default: name.replacing("_", with: " ")
        }
    }
}
