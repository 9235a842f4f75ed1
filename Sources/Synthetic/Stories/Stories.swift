import Days

/// What people of Severn Vale wrote of some of its children: records for `throughline record`, good ones and ones in which
/// something is not joined up. Every word of it is made up.
struct Stories {
    /// A line a record, in the order of their days within each child's story; then the chapters of some children's lives,
    /// how somebody kept in touch with a few who have left, what reviewing officers were concerned about, what auditors found,
    /// and the stories of those who have left since.
    static func lines(of careers: some Sequence<Career>, with people: People, to horizon: Day) -> [UInt8] {
        // A risk is told once more: whose record it is first is restricted.
        var waiting = Plot.all + Plot.all + [.risk]
        var told = 0
        var (lines, afterwards, concerned, audited, past) = ("", "", "", "", "")
        var kin = Kin(to: horizon)
        var left = 0
        var earlier = LeftWithAStory(to: horizon)
        func story(_ career: Career, _ life: Life, _ plot: Plot, _ window: Window) -> Story {
            Story(
                career, life, plot, window, officer: { people.reviewingOfficer(of: career.outline, on: $0) },
                worker: { people.socialWorker(of: career, on: $0) })
        }
        for career in careers {
            if let leaver = LeftCare(career, told: left, to: horizon) {
                (afterwards, left) = (afterwards + leaver.lines, left + 1)
            }
            if let (plot, window) = earlier.plot(of: career) {
                let lives = Life.of(career, on: window.horizon)
                past += story(career, lives[career.outline.number % lives.count], plot, window).whole
                continue
            }
            guard career.outline.isInCare(on: horizon), !career.outline.last.path.isShortBreaks else { continue }
            let lives = Life.of(career, on: horizon)
            guard !lives.isEmpty else { continue }
            var plot: Plot?
            defer { lines += kin.lines(with: career, plot) }
            let life = lives[told % lives.count]
            if let window = Window(career, to: horizon),
                let next = waiting.firstIndex(where: { $0.cast == window.cast })
            {
                let found = waiting.remove(at: next)
                let story = story(career, life, found, window)
                lines += story.lines
                afterwards += story.chapters
                concerned += story.concerned
                audited += story.audited
                (plot, told) = (found, told + 1)
            } else if career.outline.number.isMultiple(of: 3), career.outline.born.age(on: horizon) < 15,
                let now = career.episodes.last, horizon - now.start > 120
            {
                // Of the others little or nothing is recorded here, as where people have only begun to.
                lines += SeenOnly(career, life, to: horizon).lines
            }
        }
        return Array((lines + afterwards + concerned + audited + past).utf8)
    }
}
