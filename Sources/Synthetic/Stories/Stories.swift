import Days

/// What people of Severn Vale wrote of some of its children: records for `throughline record`, good ones and ones in which
/// something is not joined up. Every word of it is made up.
struct Stories {
    /// A line a record, in the order of their days within each child's story.
    static func lines(of careers: some Sequence<Career>, to horizon: Day) -> [UInt8] {
        // A risk is told once more: whose record it is first is restricted.
        var waiting = Plot.all + Plot.all + [.risk]
        var told = 0
        var lines = ""
        var kin = Kin(to: horizon)
        for career in careers where career.outline.isInCare(on: horizon) && !career.outline.last.path.isShortBreaks {
            let lives = Life.of(career, on: horizon)
            guard !lives.isEmpty else { continue }
            var plot: Plot?
            defer { lines += kin.lines(with: career, plot) }
            let life = lives[told % lives.count]
            if let window = Window(career, to: horizon),
                let next = waiting.firstIndex(where: { $0.cast == window.cast })
            {
                let found = waiting.remove(at: next)
                lines += Story(career, life, found, window).lines
                (plot, told) = (found, told + 1)
            } else if career.outline.number.isMultiple(of: 3), career.outline.born.age(on: horizon) < 15,
                let now = career.episodes.last, horizon - now.start > 120
            {
                // Of the others little or nothing is recorded here, as where people have only begun to.
                lines += SeenOnly(career, life, to: horizon).lines
            }
        }
        return Array(lines.utf8)
    }
}
