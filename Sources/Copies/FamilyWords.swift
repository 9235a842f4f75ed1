/// What people call those who are related to a child: who may not know of somebody may not read these either.
enum FamilyWords {
    private static let groups: [Set<String>] = [
        ["mother", "mum", "mummy", "mam", "mom", "mammy", "ma"],
        ["father", "dad", "daddy", "da", "pa"],
        ["stepmother", "stepmum"], ["stepfather", "stepdad"],
        ["grandmother", "nan", "nana", "nanna", "nanny", "gran", "granny", "grandma"],
        ["grandfather", "grandad", "granddad", "grandpa", "gramps", "grampy"],
        ["aunt", "auntie", "aunty"], ["uncle"],
        ["brother", "halfbrother", "stepbrother"], ["sister", "halfsister", "stepsister"],
        ["cousin"], ["partner", "boyfriend", "girlfriend", "husband", "wife", "fiance", "fiancee"],
        ["neighbour"], ["lodger"], ["friend"], ["godmother"], ["godfather"], ["son"], ["daughter"],
    ]

    /// Every word for the same relation as one of these words.
    static func meaning(_ words: [String]) -> Set<String> {
        groups.filter { group in words.contains(where: group.contains) }.reduce(into: []) { $0.formUnion($1) }
    }

    /// A relation's own last word tells who it is: `mum's new partner` is a partner, not a mum.
    static func head(_ relation: [String]) -> [String] { relation.last.map { [$0] } ?? [] }
}
