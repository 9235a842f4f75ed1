/// Something written where one person belongs, that names nobody, or more than one: what everybody is to do, nobody does.
///
/// An owner is one person, by name or by what they are to this child (“Carer”, “Social worker”); at a partner agency it is
/// somebody there, with the agency in brackets or after a comma.
struct VagueOwner: Equatable {
    let what: String
    let remedy: String

    /// Nil where `text` may be one person.
    init?(_ text: String) {
        let words = text.plainWords
        if Self.nobody.contains(words) {
            self.init(nobody: text)
        } else if Self.groups.contains(words) || Self.groupBeginnings.contains(where: { words.hasPrefix($0) }) {
            self.init(
                "“\(text)” is more than one person",
                "name the one person who will see to it; the others can be named in what is to be done")
        } else if Self.agencies.contains(words) {
            self.init(
                "“\(text)” is an agency, not a person",
                "name somebody there, as Jo Okafor (\(text)); where you do not know yet, name who will find out")
        } else if Self.isSeveral(text) {
            self.init(
                "“\(text)” is more than one person",
                "name one person who will see to it; where they work can stand in brackets, as Jo Okafor (school)")
        } else {
            return nil
        }
    }

    private init(_ what: String, _ remedy: String) { (self.what, self.remedy) = (what, remedy) }

    private init(nobody text: String) {
        self.init(
            "“\(text)” names nobody",
            "name the one person who will see to it; where you do not know yet, name who will find out")
    }

    /// Whether two are joined, outside brackets and before a comma that only says where somebody works.
    private static func isSeveral(_ text: String) -> Bool {
        // Most owners are a name and nothing else.
        guard text.utf8.contains(where: joints.contains) || text.words.contains(where: conjunctions.contains) else {
            return false
        }
        var depth = 0
        let outside = text.filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth = max(0, depth - 1) } }
            return depth == 0 && character != ")"
        }
        let parts = outside.split(separator: ",").map(String.init).filter { !$0.plainWords.isEmpty }
        guard let first = parts.first else { return false }
        if parts.dropFirst().contains(where: { !saysWhere($0, after: first) }) { return true }
        // “S/W” is a short word and no pair.
        let halves = first.split { "/&;+\n".contains($0) }
        if halves.count > 1, halves.contains(where: { $0.plainWords.count > 1 }) { return true }
        let words = first.plainWords.split(separator: " ")
        return words.dropFirst().dropLast().contains { conjunctions.contains(String($0)) }
    }

    /// What stands between two: marks, and words.
    private static let joints: Set<UInt8> = Set("(),/&;+\n".utf8)
    private static let conjunctions: Set<String> = ["and", "or", "plus"]

    /// Whether what follows a comma only says what somebody is, or where: “Jo Okafor, school nurse”, “Class teacher, Hilltop
    /// School”. Two people by what they are, as “Carer, teacher”, are two.
    private static func saysWhere(_ part: String, after first: String) -> Bool {
        // “Ann Worker” is a name, whatever the second of its words is.
        let isName =
            first.split(separator: " ").count > 1 && first.split(separator: " ").allSatisfy(\.first!.isUppercase)
        // “Okafor, Jo” is one name, and a single word behind a whole name is where they are from.
        if part.words.count == 1, Set(part.words).isDisjoint(with: roles), Set(first.words).isDisjoint(with: roles) {
            return true
        }
        let (words, before) = (Set(part.words), isName ? [] : Set(first.words))
        return words.isDisjoint(with: roles) ? !words.isDisjoint(with: places) : before.isDisjoint(with: roles)
    }

    private static let nobody: Set<String> = [
        "tbc", "tba", "tbd", "t b c", "t b a", "t b d", "a s a p", "to be confirmed", "to be agreed", "to be arranged",
        "to be decided", "asap", "ongoing",
        "on going", "unknown", "not known", "none", "no one", "noone", "nobody", "n a", "na", "someone", "somebody",
        "anyone", "anybody", "as appropriate", "as needed", "various", "other", "others", "duty", "unallocated",
    ]
    private static let groups: Set<String> = [
        "all", "everyone", "everybody", "each", "both", "team", "the team", "all of us", "us", "we", "they",
        "professionals", "the professionals", "staff", "workers", "social workers", "carers", "the carers",
        "foster carers", "parents", "the parents", "mum and dad", "family", "the family", "birth family", "siblings",
        "grandparents", "network", "the network", "core group", "care team", "team around the child", "tac",
        "multi agency",
        "partners", "partner agencies", "agencies", "teachers", "residential staff", "home staff",
    ]
    private static let groupBeginnings = ["all ", "everyone ", "everybody ", "both ", "various ", "any "]
    private static let agencies: Set<String> = [
        "school", "the school", "college", "nursery", "education", "virtual school", "health", "health team", "nhs",
        "gp surgery", "hospital", "camhs", "police", "the police", "youth justice", "youth justice service", "yot",
        "yjs",
        "housing", "court", "the court", "legal", "cafcass", "social care", "childrens social care",
        "childrens services",
        "csc", "local authority", "the local authority", "la", "council", "the council", "fostering",
        "fostering agency",
        "fostering team", "ifa", "family time team", "contact centre", "independent fostering agency", "placement",
        "the placement",
        "the home",
        "advocacy service", "leaving care team", "placements team", "emergency duty team", "edt", "mash",
    ]
    private static let roles: Set<String> = [
        "worker", "manager", "adviser", "advisor", "teacher", "tutor", "head", "headteacher", "sendco", "senco",
        "carer",
        "mentor", "therapist", "psychologist", "psychiatrist", "nurse", "doctor", "gp", "dentist", "visitor", "officer",
        "solicitor", "barrister", "advocate", "practitioner", "coordinator", "assistant", "iro", "guardian", "lead",
        "aunt", "uncle", "nan", "grandad", "grandmother", "grandfather", "mother", "father", "mum", "dad", "sister",
        "brother", "sw", "ssw", "pa",
    ]
    private static let places: Set<String> = [
        "school", "college", "academy", "nursery", "primary", "secondary", "university", "surgery", "clinic",
        "hospital",
        "health", "nhs", "trust", "camhs", "police", "service", "services", "team", "agency", "council", "court",
        "cafcass", "centre", "home", "house", "charity", "housing", "justice", "yjs",
    ]
}

extension String {
    fileprivate var words: [String] { plainWords.split(separator: " ").map(String.init) }
}
