import AgentProtocol
import Testing

@Suite("Frames")
struct FrameDecoderTests {
    @Test func roundTripInPiecesOfAnySize() throws {
        var generator = SplitMix(state: 7)
        for size in 1...40 {
            let frames = (0..<30).map { _ in Self.randomFrame(&generator) }
            let bytes = frames.flatMap(\.encoded)
            var decoder = FrameDecoder(limits: .fromGuest)
            var decoded: [WireFrame] = []
            var index = 0
            while index < bytes.count {
                decoder.append(bytes[index..<min(index + size, bytes.count)])
                index += size
                while let frame = try decoder.next() { decoded.append(frame) }
            }
            #expect(decoded == frames)
            #expect(decoder.buffered == 0)
        }
    }

    /// Kinds and lengths of headers that break the protocol.
    static let refused: [[UInt32]] = [
        [5, 32769], [5, 0], [5, .max], [3, 65537], [4, 1], [7, 3], [7, 5], [6, 1], [8, 1], [0, 4], [9, 4], [.max, 4],
    ]

    @Test("A length is refused before its bytes have come", arguments: refused)
    func refusesLength(kindAndLength: [UInt32]) {
        var header: [UInt8] = []
        for number in kindAndLength { header.append(littleEndian: number) }
        header.append(littleEndian: UInt64(1))
        var decoder = FrameDecoder(limits: .fromGuest)
        decoder.append(header)
        #expect(throws: ProtocolError.self) { _ = try decoder.next() }
    }

    @Test func anyBytesGiveFramesOrAnError() {
        var generator = SplitMix(state: 99)
        for _ in 0..<2000 {
            var decoder = FrameDecoder(limits: .fromGuest)
            let count = Int(generator.next() % 200)
            decoder.append(
                (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() >> 13) & (generator.next() % 3 == 0 ? 0xff : 0x07)
                })
            while let frame = try? decoder.next() { #expect(frame.payload.count <= 64 << 10) }
        }
    }

    private static func randomFrame(_ generator: inout SplitMix) -> WireFrame {
        let id = generator.next()
        switch generator.next() % 4 {
        case 0: return WireFrame(.data, id: id, payload: (0...Int(generator.next() % 100)).map { UInt8(truncatingIfNeeded: $0) })
        case 1: return WireFrame(.end, id: id)
        case 2: return WireFrame(.credit, id: id, payload: [1, 2, 3, 4])
        default: return WireFrame(.event, id: id, payload: Array("{}".utf8))
        }
    }
}

/// A generator with the same numbers in each run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
