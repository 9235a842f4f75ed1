import Casework
import Days
import Returns
import Testing

/// Who a return says a child is, where it says two things.
struct IdentityTests {
    private let headings = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"

    @Test func aSecondBirthDateIsKeptBesideTheFirst() throws {
        let reading = try Folder([
            "Header.csv": headings + "1,2,01/06/2012,WBRI,,,\n1,2,01/07/2012,WBRI,,,\n"
        ]).read()
        #expect(reading.rowsSetAside == 0)
        #expect(try #require(reading.child("1")).birthDates == [Day(2012, 6, 1), Day(2012, 7, 1)])
        #expect(reading.child("1")?.details?.birthDate == Day(2012, 6, 1))
        let finding = try #require(reading.findings(.birthDateDiffers).first)
        #expect((finding.file, finding.line, finding.column) == ("Header.csv", 3, "DOB"))
    }

    @Test func aSecondSexIsKeptBesideTheFirstAndOneAndMAreOne() throws {
        let reading = try Folder([
            "Header.csv": headings + "1,1,01/06/2012,WBRI,,,\n1,M,01/06/2012,WBRI,,,\n1,2,01/06/2012,WBRI,,,\n"
        ]).read()
        #expect(try #require(reading.child("1")).sexes == ["1", "2"])
        #expect(reading.findings(.sexDiffers).map(\.line) == [4])
    }

    @Test func birthDateAndSexBothDifferingAreAnotherChildAndSetAside() throws {
        let reading = try Folder([
            "Header.csv": headings + "1,2,01/06/2012,WBRI,,,\n1,1,01/07/2009,BCRB,,,\n",
            "UASC.csv": "CHILD,SEX,DOB,DUC\n1,1,02/02/2008,02/02/2026\n",
        ]).read()
        #expect(reading.rowsSetAside == 2)
        #expect(try #require(reading.child("1")).birthDates == [Day(2012, 6, 1)])
        #expect(try #require(reading.child("1")).sexes == ["2"])
        #expect(reading.child("1")?.unaccompanied == nil)
        #expect(reading.findings(.rowSetAside).map(\.file) == ["Header.csv", "UASC.csv"])
    }

    @Test func whatElseDiffersInASecondRowIsSetAside() throws {
        let reading = try Folder([
            "Header.csv": headings + "1,2,,WBRI,,,\n1,2,01/06/2012,BCRB,,,\n"
        ]).read()
        #expect(reading.child("1")?.details?.birthDate == Day(2012, 6, 1), "a blank is filled in")
        #expect(reading.child("1")?.details?.ethnicity == "WBRI")
        #expect(reading.rowsSetAside == 1)
        #expect(reading.findings(.birthDateDiffers).isEmpty)
    }

    @Test func aBirthDateThatCannotBeReadIsReportedInAnyTable() throws {
        let reading = try Folder(["Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n1,31/02/2010,01/03/2018,PN1\n"]).read()
        let finding = try #require(reading.findings(.cellSetAside).first)
        #expect((finding.line, finding.column, finding.value) == (2, "DOB", "31/02/2010"))
        #expect(reading.child("1")?.reviews.count == 1)
        #expect(reading.child("1")?.setAside.count == 1)
    }

    @Test func headerIsReadFirstWhateverTheFilesAreCalled() throws {
        let folder = try Folder([
            "UASC.csv": "CHILD,SEX,DOB,DUC\n1,2,01/07/2012,\n", "header.csv": headings + "1,2,01/06/2012,WBRI,,,\n",
        ])
        #expect(try folder.read().child("1")?.birthDates.first == Day(2012, 6, 1))
        #expect(try folder.read("UASC.csv", "header.csv").digest == folder.read().digest)
    }

    @Test func moreBirthDatesThanAnyChildHasAreSetAside() throws {
        let rows = (1...28).map { "1,\($0)/02/2010,\($0)/03/2018,PN1\n" }.joined()
        let reading = try Folder(["Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n" + rows]).read()
        #expect(reading.child("1")?.birthDates.count == 10)
        #expect(reading.findings(.cellSetAside).count == 18)
        #expect(reading.child("1")?.reviews.count == 28)
    }

    @Test func everyRowOfANumberThatMeansSomebodyElseIsSetAside() throws {
        let reading = try Folder([
            "Header.csv": headings + "1,2,01/06/2012,WBRI,,,\n",
            "Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/06/2012,01/03/2018,PN1\n2,,01/03/2018,PN1\n",
        ]).read(settingAside: ["1"])
        #expect(reading.children.map(\.ssda903) == ["2"])
        #expect(reading.rowsSetAside == 2)
        #expect(reading.setAside.map(\.table) == ["Header", "Reviews"])
        #expect(reading.findings(.rowSetAside).map(\.child) == ["1", "1"])
    }
}
