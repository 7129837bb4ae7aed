import Dice
import Foundation
import Testing

@testable import Working

/// Random answers, in random portions, with random complaints, over real pipes: what is believed is one whole frame that
/// ends where it says, or nothing.
@Suite("Answers from a generator", .timeLimit(.minutes(5)))
struct ExchangePropertyTests {
    /// More than are tried every time: `FRAME_CASES=100000 swift test --filter ExchangePropertyTests`.
    private static let cases =
        ProcessInfo.processInfo.environment["FRAME_CASES"].flatMap { Int($0) } ?? 2_000

    init() { signal(SIGPIPE, SIG_IGN) }

    @Test("whatever a worker writes, one whole frame is believed, or nothing")
    func frames() throws {
        var dice = Dice(seed: 41)
        var met: [String: Int] = [:]
        for number in 0..<Self.cases {
            let answer = RandomAnswer(&dice)
            let verdict = try exchange(answer, .framed, number)
            #expect(answer.expected.contains { $0 == verdict }, "case \(number): \(Self.name(verdict))")
            met[Self.name(verdict), default: 0] += 1
        }
        // The generator makes every kind of answer, many times.
        for name in ["answered", "gone", "nonsense"] {
            #expect(met[name, default: 0] * 20 > Self.cases, "\(met)")
        }
    }

    @Test("whatever a filter writes is its answer, up to the most that is believed")
    func filters() throws {
        var dice = Dice(seed: 42)
        for number in 0..<(Self.cases / 3) {
            let answer = RandomAnswer(&dice)
            let verdict = try exchange(answer, .filter, number)
            let isExpected = answer.expectedOfFilter.contains { $0 == verdict }
            #expect(isExpected, "case \(number): \(Self.name(verdict))")
        }
    }

    @Test("frames follow one another on one pair of pipes, each answered by its own")
    func conversation() throws {
        var dice = Dice(seed: 43)
        let pipes = try WorkerPipes()
        let answers = (0..<200).map { _ in dice.bytes(dice.roll(dice.pick([1, 20, 30_000]))) }
        let worker = pipes.worker { ends in
            for answer in answers {
                guard let header = Stream.read(4, from: ends.input),
                    let length = Frame.length(header: header), Stream.read(length, from: ends.input) != nil,
                    Stream.write(Frame.header(length: answer.count) + answer, to: ends.output)
                else { return }
            }
        }
        for (number, answer) in answers.enumerated() {
            let question = dice.bytes(dice.roll(dice.pick([1, 50, 200_000])))
            let sending = [Document.bytes(Frame.header(length: question.count)), .bytes(question)]
            var exchange = pipes.exchange(.framed, sending, most: 1 << 20)
            guard case .answered(let bytes) = exchange.run(within: 20) else {
                Issue.record("question \(number) had no answer")
                break
            }
            #expect(bytes == answer, "question \(number)")
        }
        pipes.closeOurs()
        worker.wait()
        pipes.closeWorkersInput()
    }

    @Test("what a worker says after its answer is seen before the next question")
    func afterwards() throws {
        var dice = Dice(seed: 44)
        for number in 0..<50 {
            let pipes = try WorkerPipes()
            let body = dice.bytes(dice.roll(200))
            let answered = DispatchSemaphore(value: 0)
            let worker = pipes.worker { ends in
                _ = Stream.write(Frame.header(length: body.count) + body, to: ends.output)
                answered.wait()
                _ = Stream.write([0], to: ends.output)
            }
            var exchange = pipes.exchange(.framed, [.bytes([1])], most: 1_000)
            #expect(Self.verdict(exchange.run(within: 20)) == .answered(body), "case \(number)")
            #expect(pipes.isQuiet, "case \(number)")
            answered.signal()
            worker.wait()
            #expect(!pipes.isQuiet, "case \(number)")
            pipes.closeOurs()
            pipes.closeWorkersInput()
        }
    }

    private static func name(_ verdict: RandomAnswer.Verdict?) -> String {
        switch verdict {
        case .answered: "answered"
        case .gone: "gone"
        case .nonsense: "nonsense"
        case nil: "nothing"
        }
    }

    private func exchange(
        _ answer: RandomAnswer, _ manner: Exchange.Manner, _ number: Int
    ) throws -> RandomAnswer.Verdict? {
        let pipes = try WorkerPipes()
        if answer.taking == .closed { pipes.closeWorkersInput() }
        let worker = pipes.worker { ends in
            if answer.taking == .whole {
                let question = answer.question.flatMap(\.self)
                #expect(Stream.read(question.count, from: ends.input) == question, "case \(number)")
            }
            Self.write(answer, to: ends)
        }
        var exchange = pipes.exchange(manner, answer.question.map { .bytes($0) }, most: answer.most)
        let outcome = exchange.run(within: 60)
        pipes.closeOurs(but: exchange.isInputClosed)
        worker.wait()
        if answer.taking != .closed { pipes.closeWorkersInput() }
        check(exchange.complaints, outcome, answer, number)
        return Self.verdict(outcome)
    }

    /// Complaints and portions in turns.
    private static func write(_ answer: RandomAnswer, to ends: WorkerPipes.Ends) {
        var complaints = answer.complaints[...]
        for portion in answer.portions {
            if let complaint = complaints.popFirst() { _ = Stream.write(complaint, to: ends.errors) }
            guard Stream.write(portion, to: ends.output) else { return }
        }
        for complaint in complaints { _ = Stream.write(complaint, to: ends.errors) }
    }

    private static func verdict(_ outcome: Exchange.Outcome) -> RandomAnswer.Verdict? {
        switch outcome {
        case .answered(let bytes): .answered(bytes)
        case .gone: .gone
        case .nonsense: .nonsense
        default: nil
        }
    }

    /// The last 8 KiB of what was said: all of it where the worker has gone, else as much as had been said by then.
    private func check(
        _ complaints: String, _ outcome: Exchange.Outcome, _ answer: RandomAnswer, _ number: Int
    ) {
        let all = answer.complaint
        if case .gone = outcome {
            let last = String(decoding: all.suffix(8_192), as: UTF8.self)
            #expect(complaints == last, "case \(number)")
        } else if all.allSatisfy({ $0 < 0x80 }) {
            let text = String(decoding: all, as: UTF8.self)
            #expect(complaints.isEmpty || text.contains(complaints), "case \(number)")
        }
        #expect(complaints.unicodeScalars.count <= 8_192, "case \(number)")
    }
}
