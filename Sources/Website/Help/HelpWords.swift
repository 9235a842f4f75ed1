import Access

/// The sentences of the help page. Kept true with the pages they speak of.
enum HelpWords {
    static let words: [(String, String)] = [
        ("In time", "The record shows that it was done, and by the day that the law, guidance or local aim gives."),
        ("Overdue in law", "A regulation or Act gave a day; it has passed and the record does not show it done."),
        ("Past guidance", "Statutory guidance gave the day. It is followed unless there is a strong reason."),
        ("Past local aim", "The authority’s own aim, or one nobody has checked against the text yet."),
        (
            "Not known",
            "The record cannot say, and names the fact that is missing. It is counted by itself, never as done and never as late."
        ),
        ("At least", "The start lies before the first return, so the true number may be higher."),
        ("As at", "The day a page speaks for. Facts dated after it are left out."),
        (
            "As known on",
            "What had been written down by the end of a day. A page may be asked as at one day and as known on another."
        ),
        (
            "A question that the record raises",
            "Something to look at. It names the records behind it, and it may be wrong: who knows the child knows better."
        ),
    ]

    static func of(_ role: Role) -> [String] {
        switch role {
        case .socialWorker:
            [
                "My work lists the children allocated to you, the most pressing first: what it is, why, since when, and what to do.",
                "A child’s page opens on what should be joined up now. Timeline tells what happened; the other parts hold placements, reviews, legal status and the rest.",
                "Record something, on a child’s page, opens a form. What you type saves itself as a draft and becomes part of the record when you sign it; nothing is lost when the line is.",
                "What is about somebody else you mark as you write: select the words and press Mark it, or type [About Mark: he lost his job.] It stays in the record and goes into no copy by itself.",
                "What you typed and could not send stays on your device; every page says so and leads to its form, and signing out asks first.",
                "What you name on a form can be joined up there and then: an action offers the risks and needs that you have just written, as Written here, and what is near before the rest.",
                "People, on a child’s page, says who may know where the child is. Until it is decided, no copy of a record is made.",
                "The chronology is put together by itself. Say what a line meant for the child, add what is missing, and make two pages of it for somebody.",
                "Voice, Health, Education, Family time and the other parts show what the latest record says and what is owed; a part is there once something is.",
                "Statement for court, under Record something, draws its facts from what was signed, each with its day and source. Signed it stays as it was filed.",
                "Brothers and sisters are linked under People, by somebody who knows; you are told of those whose records you may open. Where two live apart, it says why and how they see each other.",
                "Your manager sets the day for an assessment, with why, before you write it; it stands on the child’s page and in the form. What you sign waits for the manager, who may send it back: correct it, and it is read again.",
                "What a child wants to say to their review goes into a record of its own, on your phone with them or as they wrote it.",
                "When your children go to another worker, Handover lists what is open for you to hand over; Taking over, for whoever has them now, accepts it item by item.",
                "What the reviewing officer is concerned about stands under Reviews, with what they ask and by when. Answer to a concern says what was done; whether it is enough the officer says.",
                "Placement request says what a home has to give the child, and which homes were considered; it stands under Plan and moves nobody.",
                "A signed plan or review says who has a copy. Copies given writes down those on paper. A plan, a visit and a review also have a version for the child: make a copy, read it as the child will, and sign it.",
                "Thread shows what the child needs, what is being done about it, and what should be joined up. Where it is not so for this child, or has to wait, say so and why; somebody else has to agree that it is not so. What the law or safety asks for is your manager’s to put off.",
                "Documents, on a child’s page, keeps letters, reports and pictures, each with its class of information. Where a form asks for a file, Add a document saves your draft and leads back to it.",
                "Someone needs to know now, on a child’s page and on every form, tells the manager on duty in one press, before it asks you anything, and shows whether they have it; a press by mistake can be taken back. Telephone as well if a child is at risk.",
                "This is on the wrong child, on every form and every signed record, moves what you wrote to the right child. A signed record is sealed at once, and information governance is told.",
                "Children finds anybody of your team by any spelling of a name.",
            ]
        case .personalAdviser, .supportWorker, .supervisingSocialWorker:
            [
                "My work and Children show the young people you are allocated to, and nobody else.",
                "Record something, on a young person’s page, opens a form. It is a draft until you sign it.",
            ]
        case .teamManager:
            [
                "Team shows first the children whom nobody holds: no allocated worker, or one who has left.",
                "Below that, children by stage with what they wait for, who holds how much, and what changed hands.",
                "Before an assessment is written you set the day that is right for the child (Start of an assessment), and sign it again to move it. My work has those that are signed and wait for you: read each, say what you think of the analysis, and approve it or send it back.",
                "Handovers says of each child who changed worker whether what was open was handed over and accepted; you may hand over for somebody who has left.",
                "When a worker says that something to join up is not so for a child, My work asks you to agree or not. You put off what the law asks of your workers, with a day and a reason; what is your own goes to somebody above you. What is put off stays counted.",
                "When somebody says that a child of your team may not be safe, it stands first on My work and under Urgent: say that you have it, and record what is done. What you do not acknowledge within the hour goes to the directors.",
                "Second reading asks you to read a few things that other teams closed in the month, and to say whether it was right.",
                "When somebody opens a restricted record of your team with a reason, My work tells you; Opened records has them all.",
            ]
        case .iro:
            [
                "My work lists the children whose reviewing officer you are.",
                "The record of a review is yours to write, under Record something on the child’s page. The brief beside its form shows what it has before it, and which of it asks for an answer of its own.",
                "Look between reviews, under Record something, is where you raise a concern: with one person, and a day. Reviews, on the child’s page, shows whose turn it is; past its day it is for whoever is above them. You alone ask again, take it higher or close it, with what changed for the child.",
                "Make a copy, on a signed review, writes the child’s version or the minutes for one reader, without what they may not know; you read it, change it and sign it.",
                "What a team put off, or said is not so, stands in the brief, on the Thread and under the child on My work.",
                "You can open every child’s record, because challenge needs sight; each view is kept.",
            ]
        case .iroManager:
            [
                "Reviewing service shows what the service is there to do, function by function: what your plan says, what the records show, and what is being done. Every number opens the children behind it.",
                "Change the plan signs a new version; the one before is kept, and Every version shows what changed. Where another was signed while you were writing, the page keeps your words and shows what it changed. Who sees to an action is one person, with a day and how you will know. What is past its day stands first on that page, and on the director’s My work, until it is done.",
                "The year’s report is drawn from the plan and the records once the year is over, without small numbers and names. Print it or keep it as a PDF, and write down when it was published and the board had it.",
                "You can open every child’s record, because a number is no answer; each view is kept. You sign no review.",
            ]
        case .outOfHours:
            [
                "Urgent lists what people have said cannot wait: say that you have it, and record what is done.",
                "Find the child by name, then open the emergency page. It asks why, and keeps the answer.",
                "It shows where the child is, with whom the work lies, what risks are known, and says what is not recorded here.",
                "A restricted record is found by its number only, under Children.",
            ]
        case .auditor:
            [
                "You can open every record and its history. Each view is kept, yours too.",
                "Audit this assessment, on a signed assessment and under Plan on the child’s page, opens the one form that is yours: read the assessment, grade each part and the whole, say what is good, what would make it better, and who does what by when. The grade stands on the assessment for whoever may read it; it is of the work, and enters no copy.",
                "Nobody audits what they wrote, or said a manager’s word on. What is to be done goes into the child’s Thread, with its owner and day.",
                "Second reading has a sample of what was closed in the month: “none, because…”, “still right”, or within a minute. Read the record and say whether it was right; where it was not, it goes back to the person who has to put it right.",
            ]
        case .analyst:
            [
                "Return takes the SSDA903 files: it shows what would change and what could not be used, and imports when you say so.",
                "Every figure opens the list of children behind it, and the list exports to exactly those rows.",
            ]
        case .director:
            [
                "Figures show each indicator with what it counts, what is not known, its history, and the substance that stands beside the time.",
                "Team opens every team. A figure never ranks people.",
                "Reviewing service shows the plan of the independent reviewing service beside what the records show. You read it; its manager signs it. What is past its day stands on My work.",
                "Second reading shows the month’s sample of what was closed, and how much of it a second reader agrees with.",
                "What somebody said of a child who may not be safe comes to you where nobody below has acknowledged it, or may be told.",
            ]
        case .businessSupport: ["You can open the children of your team to help their workers."]
        case .legal, .placements, .decisionMaker, .virtualSchool, .health, .lado:
            ["You can find and open the children whose work comes to you. Each view is kept."]
        case .informationGovernance:
            [
                "You alone open what is sealed, and see who has looked at what.",
                "Wrong child lists the records that were taken off a child whom they were not about, with the hours that are left: say whose each is, see who has it, and write the assessment down. What is sealed opens to you once, with a reason.",
                "A record is restricted to named people, sealed or opened again with throughline protect, on somebody’s word and with a reason; Opened records shows who opened one that was restricted, and why.",
            ]
        case .inspector: ["You read. Each view is kept, and your access ends on its day."]
        case .administrator:
            [
                "Administration holds people and their roles, teams, jobs, settings in force and the health of the service.",
                "Return takes the SSDA903 files, so that a new service can begin before an analyst has an account.",
                "Forms in force, under Administration, shows what people are asked. A file of the council’s that is not in force waits there: read what it changes, look at it as a worker will, and bring it into force.",
                "An administrator opens no child’s record.",
            ]
        case .commandLine: []
        }
    }
}
