/// What many stories say, each in a way of its own: a child's number picks one. The tables have different lengths, so that two
/// children who share one way share few others.
struct Ways {
    private let all: [String]
    private init(_ all: String...) { self.all = all }

    func of(_ child: Int) -> String { all[child % all.count] }

    // On the first day, and in the plan.
    static let arrival = Ways(
        "Ate, and asked when the telephone would be answered.", "Would not take the coat off until it was dark.",
        "Chose the bed by the window, and slept with the light on.",
        "Asked three times what happens tomorrow; told, each time.",
        "Went through every cupboard, and was let.")
    static let parallelPlan = Ways(
        "With an aunt, being assessed", "With the carers they have, for good", "Home, if the summer’s work holds",
        "With a cousin of their mother’s, who asked", "With grandparents, together", "A guardian from the wider family",
        "With friends of the family who foster")
    static let clothes = Ways(
        "Chooses own clothes.", "Hair done every third Saturday.", "Likes things ironed; does it now.",
        "Shoes bought new, and chosen.", "Dresses for the weather, most days.")
    static let goesOn = Ways(
        "All that was planned goes on, here too.", "The plan came along in the same bag: nothing of it stops.",
        "Nothing is added; each of them was asked and goes on.")

    // In visits.
    static let purpose = Ways(
        "To see how it goes", "To hear how the fortnight was", "To look at the plan together",
        "To ask what helps and what does not", "To see the room, and who comes to it")
    static let askWhom = Ways("what would help", "what they remember", "what they can do", "how they see it")
    static let nothingNew = Ways(
        "What was agreed is going on, and is in the plan.", "Nobody asked for anything more today.",
        "Everything that came up has its line in the plan.", "They said: leave it as it is until the holidays.")

    // In reviews, and before them.
    static let better = Ways(
        "Better than in the spring, and they say so too.",
        "Steadier; the carers and the school say it in the same words.",
        "It helps, and it is slow: both are in the measure.", "They did most of it themselves, and were told so.")
    static let notYet = Ways(
        "Much is being done. Whether it helps is not clear yet.",
        "Everybody keeps to the plan; it has not reached the nights.",
        "Two good months and one bad one: look again in the summer.",
        "The people hold. The thing itself has not moved.",
        "What they asked for was done; what we hoped for has not come.")
    static let familyTime = Ways(
        "happens, and is looked forward to", "happens; the day after is hard, and planned for",
        "happens, longer in the holidays", "happens at the hour that was agreed, which is what matters to them")
    static let told = Ways(
        "By the social worker, the same day", "By their carer, over tea", "In a letter, read aloud together",
        "On the telephone, the evening it was decided", "By the IRO, before the others heard")
    static let talkAbout = Ways(
        "I want to talk about when I see", "Ask them if I can have longer with", "I do not want to talk about",
        "Can somebody tell me why I cannot stay with")
    static let beforeIt = Ways(
        "Please do not read all of it out loud.", "I will come if it is short.", "Say the good bit first.",
        "My drawing is for the wall, not for the file.", "Not in school time. They all look.")
    static let broughtForward = Ways(
        "Brought forward, because things do not move.", "Sooner than was planned: two things were left open.",
        "Brought forward at the young person’s own wish.")

    // Around the child.
    static let familyWish = Ways(
        "As it is, and longer in the holidays.", "Fewer grown-ups watching.", "To be rung when somebody is late.",
        "To take a friend along once.", "To go outside, whatever the weather.")
    static let identityWish = Ways(
        "To be asked, not told.", "To say it themselves, or not.", "The name said as it is said at home.",
        "No questions in front of the others.")
    static let refusal = Ways(
        "Wants longer Saturdays first. It is on the list for the review.", "Does not want the word neglect in it.",
        "Would agree to everything but the school.")
    static let notReached = Ways(
        "Rang three times and wrote; no answer yet.", "In hospital since the week before; asked again on the ward.",
        "Moved, and the new address came too late.")
    static let missed = Ways(
        "was ill, and they did not see each other for a month", "changed jobs, and the day was lost for six weeks",
        "was away at a funeral, and nobody had said for how long", "moved to the other side of the river")
    static let praise = Ways(
        "Somebody said so in front of others, and it was heard.", "It is on the wall of the office, with a frame.",
        "The school wrote it in the book, and it was read out at home.",
        "They laughed it off, and told it twice that evening.")
    static let arrangements = Ways(
        "Own room; breakfast together.", "Own room at the back; supper at six.",
        "Shares with nobody; a key from the first day.",
        "The room by the stairs, with the door left open.", "Own room, painted over the first weekend.")

    // A manager's words.
    static let beforeTerm = Ways(
        "Before the next school term, so that school is ready", "The hearing is in the week after",
        "Before the carers’ holiday, so that nobody new starts with it",
        "Family can be asked until then; after that they are away")
    static let missing = Ways(
        "It tells what happened. I do not read yet what a day is like for the child.",
        "The history is good. I cannot see who the child turns to when it goes wrong.",
        "I read three opinions of the mother and none of the child’s.")
    static let asked = Ways(
        "I asked what the child would say of this.", "I read it beside the last review.",
        "I rang the school before I signed this.",
        "I knew the family in the first year, and read it against that.")

    // An auditor's.
    static let auditor = Ways("Thea Marwick", "Joseph Olanre")
    static let auditMissing = Ways(
        "Who else was asked, and on which day.", "A line on what would show that it works.",
        "How the child heard what it says.", "What the school sees on an ordinary day.",
        "Which of the needs comes first, and why.")
    static let auditAsksNothing = Ways(
        "The plan has it already, with its day.", "The manager has asked for it, and it is in hand.",
        "It is for the next assessment, and waits for nothing.")
}

/// Who looks after the child: how forms call them, and how people do.
struct Carers {
    let names: String
    let one: String
    let first: String

    static func of(_ child: Int) -> Carers { all[child % all.count] }

    private static let all = [
        Carers(names: "Jo and Sam Weir", one: "Jo Weir", first: "Jo"),
        Carers(names: "Marit and Colm Hask", one: "Marit Hask", first: "Marit"),
        Carers(names: "Denise Okoro", one: "Denise Okoro", first: "Denise"),
        Carers(names: "Bill and Anwen Prys", one: "Anwen Prys", first: "Anwen"),
        Carers(names: "Farah and Lee Tolland", one: "Farah Tolland", first: "Farah"),
        Carers(names: "Ros and Wendy Gale", one: "Ros Gale", first: "Ros"),
        Carers(names: "Peter Inchbald", one: "Peter Inchbald", first: "Peter"),
    ]
}

/// Something that was promised, and how the next worker hears of it.
struct Promise {
    let what: String
    let asked: String

    static func of(_ child: Int) -> Promise { all[child % all.count] }

    private static let all = [
        Promise(what: "A trip to the sea before the summer.", asked: "They asked at once about the sea."),
        Promise(what: "To find the video of the school play.", asked: "The play was the first thing they spoke of."),
        Promise(what: "To go to the match on the last Saturday.", asked: "They had the date of the match by heart."),
        Promise(
            what: "That nobody clears the room before they are back.", asked: "They showed me the room, and waited."),
        Promise(what: "To ask again about the guitar.", asked: "The guitar came up before the tea did."),
    ]
}

/// A small need that a plan leaves, with how anybody knows and who sees to it.
struct SmallNeed {
    let what: String
    let evidence: String
    /// After the name of whoever looks after the child.
    let because: String

    static func of(_ child: Int) -> SmallNeed { all[child / 4 % all.count] }

    private static let all = [
        SmallNeed(
            what: "To ride a bicycle", evidence: "Asked for one twice.",
            because: "teaches it at home; nobody else has to do anything."),
        SmallNeed(
            what: "To tell the time", evidence: "Late because the clock says nothing yet.",
            because: "does it at breakfast; school knows."),
        SmallNeed(
            what: "To swim a length", evidence: "Holds on to the side, and looks across.",
            because: "takes them on Thursdays, and it is going well."),
        SmallNeed(
            what: "To cook something for the others", evidence: "Stands by the stove and asks.",
            because: "has given them Mondays; no more is wanted."),
    ]
}
