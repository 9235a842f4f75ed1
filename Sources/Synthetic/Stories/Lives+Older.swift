/// Children and young people from eight.
extension Life {
    static let injections = Life(
        ages: 8...14,
        need: "To manage diabetes without being frightened of it", area: "health",
        whoTheyAre: "To keep the feasts as the family does",
        risk: "Skips insulin when upset, and hides it",
        strength: "Knows more about the pump than most nurses",
        history: "Diagnosed at six, three weeks before coming into care; the two are one memory.",
        what: "Good numbers in term time, bad ones after each visit home.",
        soWhat: "The visits bring back the ambulance. Nobody has ever talked about that night.",
        nowWhat: "Talk about that night, with the nurse there, before the next long visit.",
        permanence: "kinship", outcome: "Steady after a visit home",
        baseline: "over fifteen after each visit", target: "under eleven the day after",
        measure: "the pump’s own record",
        ownOutcome: (
            "Keeps the feasts as they are kept at home", "missed both last year",
            "both, with new clothes and the days off",
            "the calendar, and what they say of it after"
        ),
        action: "The nurse calls on the evening of each visit", actionFor: "Not alone with the numbers",
        identityAction: "New clothes and the days off school for the family’s feasts",
        safetyAction: "An adult sees each evening’s number, and says so in the book",
        health: "Clinic every three months; pump training for Aunt Sam.",
        education: "School nurse holds a spare kit.",
        emotional: "An hour with the clinic’s psychologist each fortnight.",
        family: "Home every other Sunday; Aunt Sam in between.",
        selfCare: "Counts carbohydrates without help.", school: "Brook Lane School",
        wish: "Somebody to tell me what happened that night",
        answer: "The nurse and Aunt Sam told the story together",
        says: [
            "After mum’s I just want to sleep, not count.", "They told me. I was not the reason. I was just ill.",
            "Nine point four. On a Monday!",
        ],
        seen: [
            "Pale, and short with everybody until the number was down. Ate with us.",
            "Showed me the graph and where the visit was, before I asked.",
            "In new shoes for the feast. The book has a number and initials for every evening but one.",
        ],
        play: (
            "A comic drawn together", "In the ambulance I am the small square.",
            "The comic goes to clinic, for the psychologist."
        ),
        people: [
            ("Mum", "mother", "Every other Sunday, at home"), ("Aunt Sam", "aunt", "Most evenings, next door"),
        ])

    static let footballer = Life(
        ages: 10...14,
        need: "To be in a team that does not drop them", area: "family",
        whoTheyAre: "To know why the surname is not mum’s",
        risk: "Older lads offer money to carry things after training",
        strength: "Never late for anything that has a ball in it",
        history: "Five placements; football each time began again at the bottom.",
        what: "In trouble in corridors, never on the pitch.",
        soWhat: "On the pitch the rules are the same for everybody, and stay. Nowhere else has been like that.",
        nowWhat: "The same team whatever else changes; the same three rules at home.",
        permanence: "long_term_fostering", outcome: "A term without being sent home",
        baseline: "sent home five times a term", target: "none", measure: "the school’s log",
        ownOutcome: (
            "Can say where the surname comes from", "changes the subject", "tells it to a friend",
            "what they tell Uncle Pat"
        ),
        action: "Lifts to training and matches, whoever has to drive", actionFor: "To stay in one team",
        identityAction: "Uncle Pat tells the story of the name, with the photographs",
        safetyAction: "Coach walks them to the car; the lads’ names went to the police",
        health: "Knee seen by the physiotherapist.", education: "Corridor pass: leaves two minutes early.",
        emotional: "Three rules on the fridge, for everybody in the house.",
        family: "Uncle Pat after home matches; Mum on her birthday and theirs.",
        selfCare: "Washes own kit.", school: "St Brannock’s Academy",
        wish: "Stay at the Rovers even if I move house",
        answer: "It is in the plan: training at the Rovers, wherever home is",
        says: [
            "Coach said I read the game. Nobody else gets that bit.",
            "They asked me to hold a bag. I said I had training.",
            "Uncle Pat cried at the photos, so I did the washing-up.",
        ],
        seen: [
            "Muddy and cheerful. The rules on the fridge are in their own writing.",
            "Told me about the bag before I asked. Coach confirms; police have the names.",
            "Played the second half with a strapped knee, and said so afterwards.",
        ],
        play: (
            "A team sheet of their life", "Nan is in goal. I am on the bench but warming up.",
            "Bench is where the worry is: the next talk is about that."
        ),
        people: [
            ("Mum", "mother", "On birthdays, at Uncle Pat’s"), ("Uncle Pat", "uncle", "After every home match"),
        ])

    static let telephone = Life(
        ages: 12...15,
        need: "To be safe with people met online", area: "safety",
        whoTheyAre: "To decide for themselves who is told what about them",
        risk: "A man of about thirty sends money and asks for pictures",
        strength: "Draws, and sells drawings, honestly, at school fairs",
        history: "Moved after two years with carers who retired; the telephone was what stayed.",
        what: "Up most of the night on the telephone; three secret accounts found together.",
        soWhat:
            "The attention is real to them, whoever gives it. Taking the telephone away would take the drawing too.",
        nowWhat: "Somebody safe to be awake with, and an honest talk each week with the exploitation worker.",
        permanence: "residential", outcome: "Tells somebody when a stranger writes",
        baseline: "found out by others", target: "told the same day", measure: "the keyworker’s notes",
        ownOutcome: (
            "Nobody is told who was not chosen", "two people were told without being asked", "nobody",
            "asked together each month"
        ),
        action: "Kezia, the exploitation worker, each Wednesday by the canal", actionFor: "One person to tell anything",
        identityAction: "Youth group on Fridays; nobody at school is told",
        safetyAction: "Police have the account; pictures reported and taken down",
        health: "Asked for a nurse who is a woman; has one.",
        education: "Art in the afternoons, lessons in the mornings.",
        emotional: "Night staff play cards rather than say go to bed.",
        family: "Gran on Sundays; brother Theo by messages they both chose.",
        selfCare: "Cooks for the house on Mondays.", school: "The Weir School",
        wish: "Keep my phone and not be treated like a criminal",
        answer: "The telephone stays; Kezia and they wrote the rules together",
        says: [
            "I blocked him. Then I unblocked him. Then I told Kezia.",
            "Cards with Jo at two in the morning is not sleep but it’s better.",
            "My heron sold. Forty pounds, and legal.",
        ],
        seen: [
            "Drawing all through, and talking because of it. Showed me the blocked list.",
            "Tired. Staff log says cards at two on three nights; no new accounts found.",
            "Had the heron framed. Spoke of the youth group without lowering their voice.",
        ],
        play: (
            "Drawing side by side", "The heron looks like it’s doing nothing. It’s deciding.",
            "Time to decide is in the safety plan now."
        ),
        people: [
            ("Gran", "grandmother", "Sundays at one, at her house"),
            ("Theo", "brother", "Messages, and a film each month"),
        ])

    static let newcomer = Life(
        ages: 14...17, isFromAbroad: true,
        need: "To understand what is being decided about them", area: "adulthood",
        whoTheyAre: "To pray with others, and to speak their own language with somebody",
        risk: "Owes money for the journey; rung about it from a number that changes",
        strength: "Learnt to swim, and now teaches the younger ones",
        history: "Eleven months on the way; two in a camp. Does not want it written down in full, and it is not.",
        what: "English better than anybody thinks, and worse than they say. Sleeps with the shoes on.",
        soWhat:
            "Shoes on means ready to run. What is decided in a language they half hold feels like what happened before.",
        nowWhat: "An interpreter at everything that decides; shoes are nobody’s business.",
        permanence: "independence", outcome: "Goes to a meeting without being afraid of it",
        baseline: "missed three of four", target: "comes, and says what they want", measure: "who was there",
        ownOutcome: (
            "Prays with others each week, and talks in their own language", "alone, and once a month", "each week",
            "their own count, with Mrs Haile"
        ),
        action: "The same interpreter, Mrs Haile, for every meeting", actionFor: "To understand and be understood",
        identityAction: "Bus fare, and a friend to go with, to pray on the day of prayer",
        safetyAction: "Calls are recorded with the police; the number of the house was changed",
        health: "First dentist ever: four fillings, two done.", education: "English and maths at college, four days.",
        emotional: "The swimming club; nightmares talked of with Mrs Haile there.",
        family: "The Red Cross looks for Mother; Yonas, from the camp, on Saturdays.",
        selfCare: "Cooks; washes at night.", school: "Severn Vale College",
        wish: "Tell me before, not after", answer: "Every decision is told the day before, with Mrs Haile",
        says: [
            "I understood the meeting today. Not the word tribunal. Mrs Haile drew it.",
            "I sleep without shoes two nights.",
            "The little ones call me coach.",
        ],
        seen: [
            "Made tea for everybody before sitting down. The bedroom door was open, a first.",
            "No call this week. Shoes by the door, in a row with the others.",
            "At the pool: patient with a child who would not put their face in.",
        ],
        play: (
            "A map of the world", "Here the sea was very big. Here is the pool.",
            "The way here is told when they choose; the map stays up."
        ),
        people: [
            ("Mother", "mother", "Tracing by the Red Cross; letters are kept for her"),
            ("Yonas", "friend", "Saturdays, at the swimming club"),
        ])

    static let nearlyGrown = Life(
        ages: 15...17,
        need: "To have somewhere to live, and know where, before eighteen", area: "adulthood",
        whoTheyAre: "To read their own record before leaving",
        risk: "Goes back to a boyfriend who has hit them",
        strength: "Has held a Saturday job for a year",
        history: "In care since four. Eleven workers; remembers each by name.",
        what: "Can cook, save and be on time; falls apart when somebody leaves.",
        soWhat: "Eighteen looks like the biggest leaving of all. The boyfriend at least does not leave.",
        nowWhat: "Name the people who stay after eighteen, then the flat.",
        permanence: "independence", outcome: "Three people who will still be there at twenty-one",
        baseline: "one named", target: "three, who have said so", measure: "asked together every two months",
        ownOutcome: (
            "Has read the record, with somebody beside them", "none of eleven chapters",
            "all of them before the birthday",
            "chapters read, and what was asked after each"
        ),
        action: "Stay Put with Lorraine agreed in writing before the birthday",
        actionFor: "To know where they will live",
        identityAction: "Read the record with the personal adviser, a chapter a week",
        safetyAction: "Word agreed with Lorraine: one text, and she comes, no questions",
        health: "Registered with own GP; contraception in their own hands.",
        education: "Catering, level 2; paid Saturdays.",
        emotional: "The adviser named at sixteen, and met.", family: "Sister Jade on Thursdays; Mum when asked for.",
        selfCare: "Runs the house for a week each month.", school: "Severn Vale College",
        wish: "Don’t change my worker again before I’m eighteen",
        answer: "It is promised in writing, by the team manager",
        says: [
            "I used the word on Friday. She came in slippers.",
            "Chapter four was hard. There was a drawing I made for you lot.",
            "I’ve got two of the three. Jade said obviously.",
        ],
        seen: [
            "Cooked for us. Spoke of Friday plainly; no bruise that I saw, and I asked.",
            "Quiet after chapter four; wanted a copy of the drawing and has it.",
            "Has the Stay Put letter on the fridge, signed.",
        ],
        play: (
            "A circle of people", "Near the middle is who rings without a reason.",
            "Ringing without a reason is on the adviser’s list."
        ),
        people: [
            ("Mum", "mother", "When asked for, with a day’s notice"), ("Jade", "sister", "Thursdays, at her flat"),
        ])
}
