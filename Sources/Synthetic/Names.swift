/// Names for the fictional authority's children, workers and places. Given names are common ones; every family name is
/// two halves put together here and belongs to no one.
struct Names {
    /// Where a family's names come from, roughly.
    private enum Origin { case british, asian, african, european, fromAbroad }

    private struct List {
        let girls: [String]
        let boys: [String]
        let first: [String]
        let second: [String]

        init(girls: String, boys: String, first: String, second: String) {
            func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
            (self.girls, self.boys) = (words(girls), words(boys))
            (self.first, self.second) = (words(first), words(second))
        }

        func family(_ random: inout SeededRandom) -> String {
            first[random.below(first.count)] + second[random.below(second.count)]
        }
    }

    private static let lists: [Origin: List] = [
        .british: List(
            girls: """
                Ada Bea Cora Dilys Esme Fern Greta Hana Isla Juno Keira Lowri Maya Nia Orla Poppy Rhea Safa Tess Wren \
                Siobhan Niamh Sinead Aoife Catherine Charlotte Chloe Eleanor Elizabeth Francesca Georgia Gwenllian \
                Imogen Jessica Kayleigh Lacey Lily-Mae Mackenzie Megan Olivia Phoebe Ruby Scarlett Sian Summer Tegan
                """,
            boys: """
                Alfie Bryn Callum Dai Elis Finn Gethin Hari Idris Jago Kofi Leo Milo Noah Omar Perry Rafi Silas Tomos \
                Yusuf Alexander Bailey Ciaran Connor Corey Dafydd Daniel Ethan Harvey Jayden Joshua Kian Kieran Kyle \
                Liam Llewelyn Logan Mason Nathaniel Oliver Reece Rhys Riley Sean Stephen Theodore Tyler Tommy-Lee Zachary
                """,
            first: "Thorn Wick Hazel Marl Quill Larch Sedge Otter Fallow Heron Bram Tarn Copper Ember Willow Pebble",
            second: "mere bury worth dale combe stead wick ley hurst gate thwaite brook"),
        .asian: List(
            girls: "Aisha Amina Anika Fatima Hafsa Inaya Khadija Maryam Meera Nadia Noor Priya Ria Saira Sana Zainab",
            boys: """
                Aarav Ahmed Arjun Bilal Hamza Hassan Hussain Ibrahim Imran Ismail Khalid Mohammed Muhammad Rohan Tariq \
                Usman Yusuf Zayn
                """,
            first: "Az Bar Dar Far Gul Kar Mir Nur Rah Sal Tar Zam",
            second: "avand imari ashki owari idani umeer esham obali urani ifkar"),
        .african: List(
            girls: "Abena Adaeze Ama Amara Blessing Chidera Efua Esi Folake Grace Ngozi Precious Temi Yewande Zuri",
            boys: "Ade Bayo Chidi Emeka Femi Jabari Kofi Kwame Kwesi Malachi Obi Prince Sefu Tayo Tunde Zane",
            first: "Ade Oko Chi Mba Nwa Tse Kwe Bo Ma Olu",
            second: "lumba fenri dosha kombe wari tande birem solé zanke muri"),
        .european: List(
            girls: "Agnieszka Alina Daria Elena Ilinca Kasia Katarzyna Lucia Magda Milena Oana Sofia Weronika Zofia",
            boys: "Adrian Andrei Bogdan Darius Filip Igor Jakub Krzysztof Luca Łukasz Marek Mihai Oskar Szymon Wiktor",
            first: "Kova Lis Brzo Mari Wola Dra Stoi Pet Mun Vla",
            second: "rynek linec dorescu wicz-Tarn ptean sovik lanu garev mir zescu"),
        .fromAbroad: List(
            girls: "Bahar Feven Hanan Linh Mai Rahel Rojin Samira Selam Shirin",
            boys: """
                Abdul Ali Amanuel Awet Aziz Dilshad Farhad Filmon Hamid Hung Karwan Khan-Zaman Minh Mohamed Nasir Omid \
                Rebin Samim Sherzad Tesfay Yonas Zabihullah
                """,
            first: "Sher Gha Tes Ber Hak Dil Zor Tra Yo Nas",
            second: "zamai famari hanye ketai imur awand doral bemar shael turai"),
    ]

    private static let shortened = [
        "Alexander": "Alex", "Catherine": "Kitty", "Charlotte": "Lottie", "Daniel": "Danny", "Eleanor": "Nell",
        "Elizabeth": "Betsy", "Francesca": "Frankie", "Imogen": "Immy", "Joshua": "Josh", "Katarzyna": "Kasia",
        "Krzysztof": "Kris", "Llewelyn": "Llew", "Mohammed": "Mo", "Muhammad": "Mo", "Nathaniel": "Nate",
        "Oliver": "Ollie", "Stephen": "Ste", "Theodore": "Teddy", "Zachary": "Zak", "Zabihullah": "Zabi",
    ]

    /// A child's names as a names file has them.
    struct Child {
        var given: String
        var family: String
        var knownAs = ""
        var former: [String] = []
        var pronouns = ""
    }

    let seed: UInt64

    /// Children of one family share a family name, all but a few.
    func child(_ career: Career) -> Child {
        let outline = career.outline
        var random = SeededRandom(seed: seed ^ 0x4E41_4D45, stream: UInt64(outline.number))
        var familys = SeededRandom(seed: seed ^ 0x4641_4D49_4C59, stream: UInt64(outline.family))
        let origin = Self.origin(career.ethnicity, &familys)
        guard let list = Self.lists[origin], let british = Self.lists[.british] else {
            return Child(given: "", family: "")
        }
        let shared = list.family(&familys)
        var child = Child(
            given: Self.pick(outline.isMale ? list.boys : list.girls, &random),
            family: random.chance(0.08) ? list.family(&random) : shared)
        if random.chance(0.3) { child.given += " " + Self.pick(outline.isMale ? british.boys : british.girls, &random) }
        switch random.below(100) {
        case 0..<4: child.family += "-" + british.family(&random)
        case 4..<6: child.family = "O’" + child.family
        // The longest that a page has to bear.
        case 6: (child.given, child.family) = ("Bartholomew-Alexander Theodore", "Willowthwaite-Copperstead")
        // Some children came with one name.
        case 7..<15 where origin == .fromAbroad: child.family = ""
        default: break
        }
        let first = String(child.given.prefix { $0 != " " })
        if let short = Self.shortened[first], random.chance(0.7) { child.knownAs = short }
        if random.chance(0.05) { child.former.append("\(child.given) \(list.family(&random))") }
        if random.chance(0.01) { child.former.append("\(first) \(british.family(&random))") }
        if random.chance(0.04) { child.pronouns = ["she/her", "he/him", "they/them"][random.below(3)] }
        return child
    }

    func worker(_ code: Code) -> String {
        var random = SeededRandom(seed: seed ^ 0x5354_4146, stream: code.bytes)
        let origin: Origin = random.chance(0.75) ? .british : random.chance(0.5) ? .asian : .african
        guard let list = Self.lists[origin] else { return "" }
        return "\(Self.pick(random.chance(0.8) ? list.girls : list.boys, &random)) \(list.family(&random))"
    }

    private static func origin(_ ethnicity: Code, _ random: inout SeededRandom) -> Origin {
        switch ethnicity {
        case "AIND", "APKN", "ABAN": .asian
        case "BAFR": random.chance(0.6) ? .african : .fromAbroad
        case "AOTH", "OOTH": .fromAbroad
        case "WOTH", "WROM": .european
        case "MWAS": random.chance(0.5) ? .asian : .british
        default: .british
        }
    }

    private static func pick(_ list: [String], _ random: inout SeededRandom) -> String {
        list[random.below(list.count)]
    }
}
