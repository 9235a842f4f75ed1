import Casework
import HTML

/// The way to a page as a PDF; where no program prints here, how to print it oneself.
struct PaperLink {
    let link: Link
    let isPrintedHere: Bool

    func draw(into page: inout Writer) {
        page.p(.class("govuk-body tl-do")) { line in
            if isPrintedHere {
                line.a(link.query("pdf", "yes"), "Keep this page as a PDF", .class("govuk-link"))
            } else {
                line.text("To keep this page as a PDF, print it from your browser and choose to save it as PDF.")
            }
        }
    }
}

extension Site {
    func paper(_ link: Link) -> PaperLink { PaperLink(link: link, isPrintedHere: printer != nil) }

    /// A page; where the address asks for it as a PDF and a program prints here, that.
    func onPaper(_ page: [UInt8], _ visit: Visit, name: String) async -> Reply {
        guard visit.asked("pdf") != nil, let printer else { return .page(page) }
        let styles = Frame.styles.compactMap { assets[$0]?.bytes }
        do {
            let pdf = try await printer.pdf(of: Paper.page(page, styles: styles))
            return .file(pdf, type: "application/pdf", name: name + ".pdf")
        } catch {
            visit.log.error("a page was not printed", metadata: ["error": "\(error)"])
            return visit.page("It could not be printed") { main in
                main.h1("It could not be printed", .class("govuk-heading-l"))
                main.p(
                    "The PDF was not made this time. Go back and try again, or print the page from your browser and choose to save it as PDF.",
                    .class("govuk-body"))
            }
        }
    }
}
