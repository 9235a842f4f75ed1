import Casework
import Forms
import HTML

/// The parts of a record's page that are there because it puts a signed record right.
struct CorrectionParts {
    let correction: Correction
    let page: RecordPage

    func draw(into body: inout Writer) {
        body.input("hidden", name: "correct", value: "\(correction.versions.fact)")
        body.input(
            "hidden", name: "corrects",
            value: "\(correction.isOvertaken ? correction.versions.newest.event : correction.base(page.filled))")
        if correction.isOvertaken { overtaken(into: &body) }
        body.textArea(
            "What was not right?", name: "because", value: page.filled["because"],
            hint: "It stands beside your version, with your name. The version before stays and can be read.", rows: 2,
            errors: page.errors)
    }

    /// Two people put one record right at once: the second reads what the first did before signing over it.
    private func overtaken(into body: inout Writer) {
        let versions = correction.versions
        let by = correction.authors.last ?? ""
        body.div(.class("govuk-inset-text"), .id("corrects")) { box in
            box.p(
                "\(by) has corrected this record since you began, on \(versions.newest.recorded.inLondon.day.inWords): \(versions.newest.because)",
                .class("govuk-body"))
            box.p("What changed:", .class("govuk-body"))
            if let before = versions.versions.dropLast().last {
                DifferenceParts(
                    form: correction.file.form, child: page.child, reader: correction.reader, was: before.record,
                    now: versions.newest.record
                ).draw(into: &box)
            }
            box.p(
                "Your own words are below, all of them. Put in what you want to keep of the other version, then sign: yours will stand in its place.",
                .class("govuk-body"))
        }
    }
}
