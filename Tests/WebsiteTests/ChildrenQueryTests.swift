import HTML
import Testing

@testable import Website

struct ChildrenQueryTests {
    private func query(_ address: String) -> ChildrenQuery { ChildrenQuery(address: address) }

    @Test(arguments: [
        "/children", "/children?find=ada%20thornmere", "/children?who=care-leavers&age=16&age=18&sort=-age&page=3",
        "/children?law=c2&law=v2&place=home&now=missing&team=North%20%26%20West&worker=SWV00001&column=iro&as-at=2025-03-31",
    ]) func anAddressSaysTheQuestionAndTheQuestionTheAddress(_ address: String) {
        #expect(query(address).link().address == address)
        #expect(query(query(address).link().address) == query(address))
    }

    @Test func whatNoListKnowsIsLeftOut() {
        #expect(query("/children?age=400&law=zz&sort=shoe&column=shoe&who=me&page=-4&x=1") == ChildrenQuery())
    }

    @Test func theUsualColumnsNeedNotBeSaid() {
        let usual = ChildrenColumn.all.filter { $0.isUsual }.map { "column=\($0.id)" }.joined(separator: "&")
        #expect(query("/children?\(usual)").columns == nil)
        #expect(query("/children?column=iro").chosenColumns.map(\.id) == ["name", "number", "iro"])
    }

    @Test func aSearchLooksAmongEveryoneUnlessSaid() {
        #expect(query("/children").whom == .lookedAfter)
        #expect(query("/children?find=ada").whom == .everyone)
        #expect(query("/children?find=ada&who=care-leavers").whom == .careLeavers)
    }

    @Test func aSavedViewForgetsThePageAndTheDay() {
        #expect(query("/children?age=16&page=4&as-at=2020-01-01").saved == "/children?age=16")
    }

    @Test func columnsAndChoicesHaveNamesOfTheirOwn() {
        #expect(Set(ChildrenColumn.all.map(\.id)).count == ChildrenColumn.all.count)
        for filter in ChildrenFilter.all { #expect(Set(filter.choices.map(\.id)).count == filter.choices.count) }
    }
}
