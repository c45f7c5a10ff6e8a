import AgentProtocol
import Testing

@Suite("Credit of a stream")
struct StreamStateTests {
    @Test func neverKeepsMoreThanAWindowAndNeverStalls() throws {
        var sender = StreamState(sends: true, receives: false)
        var receiver = StreamState(sends: false, receives: true)
        var generator = SplitMix(state: 3)
        var sent = 0
        var delivered = 0
        while delivered < 4 << 20 {
            let count = min(sender.readable, Int(generator.next() % 9000) + 1)
            if count > 0 {
                sender.didSend(count)
                try receiver.receive(Array(repeating: 1, count: count))
                sent += count
            }
            #expect(receiver.pending.count <= StreamState.window)
            let taken = min(receiver.pending.count, Int(generator.next() % 9000))
            receiver.didDeliver(taken)
            delivered += taken
            if let credit = receiver.creditDue() { try sender.grant(credit) }
            #expect(sender.readable > 0 || receiver.pending.count > 0)
        }
        #expect(sent >= delivered)
    }

    @Test func refusesWhatWasNotGranted() throws {
        var receiver = StreamState(sends: false, receives: true)
        try receiver.receive(Array(repeating: 0, count: StreamState.window))
        #expect(throws: ProtocolError.self) { try receiver.receive([0]) }
        var ended = StreamState(sends: false, receives: true)
        try ended.receiveEnd()
        #expect(throws: ProtocolError.self) { try ended.receive([0]) }
        #expect(throws: ProtocolError.self) { try ended.receiveEnd() }
        var sender = StreamState(sends: true, receives: false)
        #expect(throws: ProtocolError.self) { try sender.grant(1) }
        #expect(throws: ProtocolError.self) { try sender.grant(.max) }
        #expect(throws: ProtocolError.self) { try sender.receive([0]) }
    }

    @Test func discardingGivesCreditAndSaysSoOnce() throws {
        var receiver = StreamState(sends: false, receives: true)
        let (first, second) = (receiver.discard(), receiver.discard())
        #expect(first && !second)
        var credit = 0
        for _ in 0..<64 {
            try receiver.receive(Array(repeating: 0, count: 32 << 10))
            credit += Int(receiver.creditDue() ?? 0)
            #expect(receiver.pending.isEmpty)
        }
        #expect(credit == 64 * 32 << 10)
    }
}
