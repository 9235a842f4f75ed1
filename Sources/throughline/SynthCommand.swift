import ArgumentParser
import Days
import Foundation
import Synthetic

struct SynthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth", abstract: "Write the returns of a fictional authority.",
        discussion: """
            The same seed gives the same authority, byte for byte. No child in it is real.

            Example:
              throughline synth --seed 1 --children 600 --years 8 --out severn-vale
            """.flowing)

    @Option(help: "Which authority; any whole number from 0.") var seed: UInt64 = 1
    @Option(help: "About how many children are looked after at any time: 1 to 200000.") var children = 600
    @Option(help: "How many collection years: 1 to 20.") var years = 8
    @Option(help: "The last collection year.") var lastYear: CollectionYear = CollectionYear(startingIn: 2025)
    @Option(help: "The share of cells that go wrong, 0 to 0.5, to see what a messy return is like.") var mess = 0.0
    @Option(help: "The folder to write to.") var out: String

    func validate() throws {
        if !(1...200_000).contains(children) {
            throw ValidationError("--children must be from 1 to 200000, not \(children)")
        }
        if !(1...20).contains(years) { throw ValidationError("--years must be from 1 to 20, not \(years)") }
        if !(0...0.5).contains(mess) { throw ValidationError("--mess must be from 0 to 0.5, not \(mess)") }
    }

    func run() throws {
        let root = URL(fileURLWithPath: out, isDirectory: true)
        let authority = SyntheticAuthority(seed: seed, children: children, years: years, lastYear: lastYear, mess: mess)
        try authority.returns { path, bytes in
            let file = root.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        // The pages look for this, so that a fictional authority always says that it is one.
        try Data("Every child, worker and place here is fictional.\n".utf8).write(
            to: root.appendingPathComponent("FICTIONAL"))
        // What a council would set for itself; a service whose records these are takes it as its settings.yaml.
        let settings = """
            authority:
              name: Severn Vale (fictional)
              area: \(SyntheticAuthority.area)
              population: \(SyntheticAuthority.population)
            places: \(root.appendingPathComponent("places.bin").absoluteURL.path)

            """
        try Data(settings.utf8).write(to: root.appendingPathComponent("settings.yaml"))
        Output.line("Wrote \(years) years of the fictional authority Severn Vale to \(out).")
    }
}
