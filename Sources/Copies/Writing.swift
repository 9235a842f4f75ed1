import Casework

/// Something being written for one reader: what it says so far, and what it does not and why.
protocol Writing {
    var draft: CopyDraft { get set }
    var withholding: Withholding { get }
    /// What its author puts in besides what is ordinary.
    var including: Set<InformationClass> { get }
}

extension Writing {
    mutating func part(_ heading: String, _ lines: [String]) {
        let lines = lines.filter { !$0.isEmpty }
        if !lines.isEmpty { draft.parts.append(CopyDraft.Part(heading: heading, lines: lines)) }
    }

    mutating func leaveOut(_ place: String, _ why: String) {
        let left = CopyDraft.LeftOut(place: place, why: why)
        if !draft.leftOut.contains(left) { draft.leftOut.append(left) }
    }

    /// Words that a person wrote, without the sentences that this reader may not read; empty where nothing stays.
    mutating func say(_ text: String, at place: String) -> String {
        var why: [Withholding.Reason] = []
        let said = withholding.leavingOut(text) { why.append($0) }
        for reason in why { leaveOut(place, reason.sentence) }
        if !said.isEmpty { draft.said.append(said) }
        return said.asSentence
    }

    /// Whether an answer enters: ordinary, or chosen for this reader.
    mutating func enters(_ ofClass: InformationClass, at place: String) -> Bool {
        if ofClass == .ordinary || including.contains(ofClass) { return true }
        leaveOut(place, Withholding.Reason.informationClass(ofClass).sentence)
        return false
    }
}
