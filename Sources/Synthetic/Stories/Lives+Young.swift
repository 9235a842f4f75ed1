/// Children of up to eleven.
extension Life {
    static let little = Life(
        ages: 2...4,
        need: "To find words for what they want", area: "emotional",
        whoTheyAre: "To hear the family’s own words and songs",
        risk: "Shaken by a grown-up’s temper before; startles at loud voices",
        strength: "Goes to Bea, the carer, when hurt, and is comforted",
        history: "Three homes of relatives in the first year, each for some weeks; slept on floors.",
        what: "Points and screams where others of this age ask; sleeps well; eats everything.",
        soWhat: "Not being understood is what the screaming is about, not temper.",
        nowWhat: "Words first: the same ten pictures at home and at nursery.",
        permanence: "adoption", outcome: "Asks for things with a word or a picture",
        baseline: "six words", target: "forty words, or pictures for them", measure: "the nursery’s word list",
        ownOutcome: (
            "Knows a song of Gran’s by heart", "hums the tune", "sings it with Gran",
            "what Gran hears on Sundays"
        ),
        action: "Ten picture cards, used at each meal and at nursery", actionFor: "To be understood without screaming",
        identityAction: "A recording of Gran’s songs at bedtime",
        safetyAction: "Nobody new cares alone for them before three calm afternoons together",
        health: "Hearing tested; speech therapy on Tuesdays.", education: "Nursery, five mornings.",
        emotional: "Bea stays in sight in new places.", family: "Gran on Sundays; Mum at the family centre.",
        selfCare: "Washes hands with the stool.", school: "Little Otters Nursery",
        wish: "Gran again, and the song", answer: "Gran comes each Sunday, and sends a song in the week",
        says: ["Gran! More song.", "Bea do it. No that one.", "Look, duck. Big duck!"],
        seen: [
            "Brought me the duck card, then the duck. Bea sat on the floor with us; nobody raised a voice.",
            "Fourteen words counted while I was there, two of them from the song. Slept in the car seat all the way to Gran’s.",
            "Ran to Bea when the bin lorry came, was held, and went back to the bricks by themselves.",
        ],
        play: (
            "Picture cards and bubbles", "Duck gone. Duck back!",
            "The going and coming-back game is for contact days too."
        ),
        people: [
            ("Mum", "mother", "Tuesdays at two, at the family centre"),
            ("Gran", "grandmother", "Sundays at ten, at her flat"),
        ])

    static let nights = Life(
        ages: 5...9,
        need: "To feel safe at night", area: "emotional",
        whoTheyAre: "To know their father’s family",
        risk: "A man who frightened them before waits near the park",
        strength: "Laughs a lot with the carers’ dog, and tells the dog first",
        history: "Two homes before this one, and a long time with nan before that.",
        what: "Wakes most nights and is tired at school.",
        soWhat: "Nights are when the worry comes. Tired days make school harder than it need be.",
        nowWhat: "Calm nights first, then reading.",
        permanence: "long_term_fostering", outcome: "Sleeps through the night",
        baseline: "wakes four times", target: "wakes once or less", measure: "the carers’ diary",
        ownOutcome: (
            "Knows their father’s family by name and face", "nobody by name", "three, from photographs",
            "the book made with their aunt"
        ),
        action: "A story and a night light each evening", actionFor: "Calm nights",
        identityAction: "Ask their aunt for photographs",
        safetyAction: "Collect from school every day, and never by the park gate",
        health: "Dentist twice a year; glasses.", education: "Reading with an adult each day.",
        emotional: "Calm nights, and somebody to talk to on Thursdays.",
        family: "Mum on Saturdays; football on Sundays.",
        selfCare: "Bathes alone, likes bubbles.", school: "Larkrise Primary",
        wish: "I want to see nan in real life", answer: "Nan will come to tea each month",
        says: [
            "The light helps. I still listen for the stairs.", "Biscuit sleeps on my feet now.",
            "I told Biscuit about the man. Can I tell you?",
        ],
        seen: [
            "Chatty, showed me the bedroom and the dog’s bed beside it.",
            "Rested; four nights through this week by the diary. Read me the menu of the chip shop.",
            "Quieter than last time until the dog came in. The light is by the bed and works.",
        ],
        play: ("Picture cards", "Blue is when I miss my cat.", "The cat’s photograph goes beside the bed."),
        people: [
            ("Mum", "mother", "Saturdays at ten, at the swimming pool"),
            ("Nan", "grandmother", "Sunday telephone call"),
        ])

    static let reader = Life(
        ages: 7...11,
        need: "To learn to read without being laughed at", area: "education",
        whoTheyAre: "To have hair done by somebody who knows how",
        risk: "Climbs out of the window when shouted at",
        strength: "Builds anything out of anything, and explains it well",
        history: "Four schools in three years; each began again from the first page.",
        what: "Reads as a child of five would; hits others when asked to read aloud.",
        soWhat: "Being shown up is what hurts. In maths, where nobody reads aloud, there is no hitting.",
        nowWhat: "Reading alone with one person, every day, before anybody listens.",
        permanence: "long_term_fostering", outcome: "Reads a page aloud to somebody they trust",
        baseline: "a line, then stops", target: "a page, smiling or not", measure: "the reading record",
        ownOutcome: (
            "Hair they are glad to show", "a hat on, indoors too", "no hat at school",
            "what they say, and the hat"
        ),
        action: "Twenty minutes with Mr Adeyemi before assembly", actionFor: "To read without an audience",
        identityAction: "Saturday mornings at Shanice’s salon, with the cousins",
        safetyAction: "A lock that stops at a hand’s width, and a place in the garden to shout",
        health: "Eyes tested: glasses for reading.", education: "No reading aloud in class until July.",
        emotional: "The shed is for cooling down; nobody follows.",
        family: "Dad by video on Wednesdays; cousins on Saturdays.",
        selfCare: "Chooses clothes the night before.", school: "Pinmill Junior School",
        wish: "Not to read out loud in front of everyone",
        answer: "School agreed: nobody reads aloud in class before July",
        says: [
            "He doesn’t say well done all the time. That’s good.",
            "I read the whole page about the crane. To Mr Adeyemi.",
            "Dad froze on the screen. I told him the crane joke anyway.",
        ],
        seen: [
            "Took the door off its hinges to show me how it works, and put it back.",
            "Read me half a page without being asked, under the table.",
            "Cross about Wednesday: the video call failed twice. Hair freshly done, very proud of it.",
        ],
        play: ("Bricks", "This one is the wall. This one can see over it.", "The tower stays up; it is where we talk."),
        people: [
            ("Dad", "father", "Wednesdays at six, by video"), ("Shanice", "cousin", "Saturdays at nine, at the salon"),
        ])
}
