import Testing

@testable import Casework

struct FieldSetTests {
    @Test func thereIsRoomForEveryField() { #expect(CoreField.allCases.count <= FieldSet.most) }

    @Test func eachFieldIsThereByItselfAlone() {
        for field in CoreField.allCases {
            var set = FieldSet()
            #expect(!set.contains(field))
            set.insert(field)
            #expect(CoreField.allCases.filter(set.contains) == [field])
            #expect(set != FieldSet())
        }
    }
}
