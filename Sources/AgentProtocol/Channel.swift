import CUtilityVM
import Glibc
import LinuxSystem

/// One connection of the protocol over a descriptor, with the streams that it carries. To be used by one thread, which polls
/// `entries()` and hands the result to `process(_:handle:)`.
package final class Channel {
    /// Local descriptors are not read while this many bytes wait to be sent.
    private static let outgoingLimit = 256 << 10

    private struct Attachment {
        var state: StreamState
        var source: Descriptor?
        var sink: Descriptor?
        /// Whether source and sink are the same descriptor.
        var shared: Bool
        var sinkIsSocket: Bool
        /// The number of unread bytes in the source when its process ended, less those read since; nil before the end.
        var unreadAtExit: Int?
    }

    private enum Owner {
        case wire
        case source(UInt64)
        case sink(UInt64)
    }

    private let descriptor: Descriptor
    private let isSocket: Bool
    private var decoder: FrameDecoder
    private var outgoing: [UInt8] = []
    private var outgoingStart = 0
    private var attachments: [UInt64: Attachment] = [:]
    private var owners: [Owner] = []
    /// The highest process number that has had streams here.
    private var lastProcess: UInt32?
    /// Whether the other side has closed the connection, or it has failed.
    package private(set) var isClosed = false

    /// Takes ownership of a connected descriptor and makes it non-blocking. The thread that uses the channel must block SIGPIPE,
    /// because the sink of a stream may be a pipe without a reader.
    /// - Parameter limits: the longest payloads to accept.
    /// - Throws: the error of fcntl(2).
    package init(_ descriptor: Descriptor, limits: FrameDecoder.Limits) throws(SystemError) {
        self.descriptor = descriptor
        isSocket = Self.isSocket(descriptor)
        decoder = FrameDecoder(limits: limits)
        try descriptor.setNonBlocking(true)
    }

    /// The number of bytes that wait to be written.
    package var unsent: Int { outgoing.count - outgoingStart }

    /// Queues a frame; `flush()` or `process(_:handle:)` writes it.
    package func send(_ frame: WireFrame) { outgoing += frame.encoded }

    /// Queues a control frame with a message as its payload.
    /// - Throws: `ProtocolError` if the message cannot be encoded as JSON.
    package func send(_ kind: WireFrame.Kind, id: UInt64 = 0, _ message: some Encodable) throws(ProtocolError) {
        send(WireFrame(kind, id: id, payload: try Wire.encode(message)))
    }

    // MARK: Streams

    /// Opens a stream on local descriptors: what is read from `source` is sent, what is received is written to `sink`. The same
    /// descriptor may be both.
    ///
    /// The channel works with blocking descriptors and does not make them non-blocking: O_NONBLOCK would also affect other
    /// processes that share the open file.
    /// - Parameters:
    ///   - source: where to read; nil to send an end at once.
    ///   - sink: where to write; nil to refuse the stream's bytes.
    ///   - sends: whether this side sends bytes on the stream.
    ///   - receives: whether this side receives bytes on the stream.
    package func attach(_ id: StreamIdentifier, source: Descriptor?, sink: Descriptor?, sends: Bool, receives: Bool) {
        var state = StreamState(sends: sends, receives: receives)
        if sends, source == nil {
            state.didEndSending()
            send(WireFrame(.end, id: id.raw))
        }
        if receives, sink == nil, state.discard() { send(WireFrame(.stop, id: id.raw)) }
        lastProcess = max(lastProcess ?? 0, id.process)
        attachments[id.raw] = Attachment(
            state: state, source: source, sink: sink, shared: source != nil && source === sink,
            sinkIsSocket: sink.map(Self.isSocket) ?? false)
        settle(id.raw)
    }

    /// Sets the size of a process's terminal; does nothing if the process has none.
    package func resize(process: UInt32, _ size: WindowSize) {
        guard let terminal = attachments[StreamIdentifier(process, .terminal).raw]?.source else { return }
        try? size.set(on: terminal.raw)
    }

    /// Whether bytes received for the process still wait to be written to its sinks.
    package func hasUndelivered(process: UInt32) -> Bool {
        attachments(of: process).contains { !$0.value.state.pending.isEmpty }
    }

    /// Records how many bytes of output the process, which has just ended, left unread. Only those are waited for: a process that
    /// it left behind may keep writing for ever.
    package func noteExit(of process: UInt32) {
        for (id, attachment) in attachments(of: process) {
            if let source = attachment.source { attachments[id]?.unreadAtExit = Int(max(0, cutilityvm_unread(source.raw))) }
        }
    }

    /// Whether output that the process left behind has not been sent yet.
    package func hasUnread(process: UInt32) -> Bool {
        attachments(of: process).contains { entry in
            guard !entry.value.state.sendEnded, let source = entry.value.source else { return false }
            guard isatty(source.raw) != 0 else { return (entry.value.unreadAtExit ?? 0) > 0 }
            // The kernel delivers a terminal's bytes asynchronously, so FIONREAD may say 0 too early: only end of file shows that
            // all have arrived.
            return (try? Poll.wait(for: [(source.raw, .input)], timeout: 0))?.isEmpty == false
        }
    }

    /// Closes the descriptors of all streams, without a word to the other side. For the end of the connection.
    package func detachAll() {
        for attachment in attachments.values {
            attachment.source?.close()
            attachment.sink?.close()
        }
        attachments = [:]
    }

    private func attachments(of process: UInt32) -> [(key: UInt64, value: Attachment)] {
        StreamIdentifier.End.allCases.compactMap { end in
            let id = StreamIdentifier(process, end).raw
            return attachments[id].map { (id, $0) }
        }
    }

    // MARK: Polling

    /// The descriptors to poll. Valid until the next call of another method.
    package func entries() -> [(Int32, Poll.Events)] {
        owners = [.wire]
        var result: [(Int32, Poll.Events)] = [(descriptor.raw, unsent > 0 ? [.input, .output] : .input)]
        for (id, attachment) in attachments {
            if let source = attachment.source, attachment.state.readable > 0, unsent < Self.outgoingLimit {
                owners.append(.source(id))
                result.append((source.raw, .input))
            }
            if let sink = attachment.sink, !attachment.state.discards, attachment.state.receives {
                let waiting = !attachment.state.pending.isEmpty
                // A sink without bytes to write is polled only to notice that its reader has closed it. A shared descriptor reports
                // that when it is read.
                if waiting || !attachment.state.receiveEnded && (!attachment.shared || attachment.state.sendEnded) {
                    owners.append(.sink(id))
                    result.append((sink.raw, waiting ? .output : []))
                }
            }
        }
        return result
    }

    /// Moves bytes for the entries that are ready.
    /// - Parameters:
    ///   - ready: the indices in the last `entries()`, with the conditions that hold.
    ///   - handle: called for each control frame, in its order among the data frames: a data frame may belong to a stream that the
    ///     control frame before it opens.
    /// - Throws: `ProtocolError` if the other side broke the protocol, and what `handle` throws.
    package func process(
        _ ready: [(index: Int, events: Poll.Events)], handle: (WireFrame) throws(ProtocolError) -> Void
    ) throws(ProtocolError) {
        for (index, events) in ready where owners.indices.contains(index) {
            switch owners[index] {
            case .wire: if !events.isDisjoint(with: [.input, .hangUp]) { try readWire(handle) }
            case .source(let id): readSource(id)
            case .sink(let id): writeSink(id, hungUp: !events.isDisjoint(with: .hangUp) && !events.contains(.output))
            }
        }
        flush()
    }

    /// Writes as many queued bytes as the descriptor takes now.
    package func flush() {
        while unsent > 0, !isClosed {
            let written = outgoing.withUnsafeBytes { buffer in
                isSocket
                    ? Glibc.send(
                        descriptor.raw, buffer.baseAddress.map { $0 + outgoingStart }, buffer.count - outgoingStart,
                        Int32(MSG_NOSIGNAL))
                    : write(descriptor.raw, buffer.baseAddress.map { $0 + outgoingStart }, buffer.count - outgoingStart)
            }
            if written > 0 {
                outgoingStart += written
            } else if errno == EAGAIN {
                break
            } else if errno != EINTR {
                isClosed = true
            }
        }
        if outgoingStart == outgoing.count || isClosed {
            outgoing = []
            outgoingStart = 0
        } else if outgoingStart > Self.outgoingLimit {
            outgoing.removeFirst(outgoingStart)
            outgoingStart = 0
        }
    }

    /// Writes all queued bytes, waiting at most `timeout` seconds.
    package func flush(timeout: Double) {
        let end = monotonicSeconds() + timeout
        flush()
        while unsent > 0, !isClosed, monotonicSeconds() < end {
            _ = try? Poll.wait(for: [(descriptor.raw, .output)], timeout: end - monotonicSeconds())
            flush()
        }
    }

    private func readWire(_ handle: (WireFrame) throws(ProtocolError) -> Void) throws(ProtocolError) {
        do {
            guard let bytes = try readSome(descriptor.raw, atMost: 64 << 10) else {
                isClosed = true
                return
            }
            decoder.append(bytes)
        } catch {
            isClosed = true
            return
        }
        while let frame = try decoder.next() {
            switch frame.kind {
            case .hello, .request, .response, .event: try handle(frame)
            case .data, .end, .credit, .stop: try receive(frame)
            }
        }
    }

    private func receive(_ frame: WireFrame) throws(ProtocolError) {
        guard var attachment = attachments[frame.id] else {
            // Credit or a stop may cross the end of its stream on the way.
            if let id = StreamIdentifier(raw: frame.id), let lastProcess, id.process <= lastProcess,
                frame.kind == .credit || frame.kind == .stop
            {
                return
            }
            throw ProtocolError("a \(frame.kind) frame for a stream that is not open")
        }
        switch frame.kind {
        case .data: try attachment.state.receive(frame.payload)
        case .end: try attachment.state.receiveEnd()
        case .credit: try attachment.state.grant(frame.payload.littleEndian(UInt32.self, at: 0) ?? 0)
        default:
            guard attachment.state.sends else { throw ProtocolError("a stop of a stream that is only received") }
            if !attachment.state.sendEnded {
                attachment.state.didEndSending()
                send(WireFrame(.end, id: frame.id))
            }
            // Closed, so that the program that writes into it gets EPIPE or SIGPIPE.
            if !attachment.shared { attachment.source?.close() }
        }
        attachments[frame.id] = attachment
        settle(frame.id)
        if frame.kind == .data { writeSink(frame.id, hungUp: false) }
    }

    private func readSource(_ id: UInt64) {
        guard var attachment = attachments[id], let source = attachment.source, attachment.state.readable > 0 else { return }
        let bytes = try? readSome(source.raw, atMost: attachment.state.readable)
        if let bytes {
            if bytes.isEmpty { return }
            if let left = attachment.unreadAtExit { attachment.unreadAtExit = max(0, left - bytes.count) }
            attachment.state.didSend(bytes.count)
            send(WireFrame(.data, id: id, payload: bytes))
        } else {
            attachment.state.didEndSending()
            send(WireFrame(.end, id: id))
        }
        attachments[id] = attachment
        settle(id)
    }

    private func writeSink(_ id: UInt64, hungUp: Bool) {
        guard var attachment = attachments[id], let sink = attachment.sink else { return }
        var broken = hungUp
        while !broken, !attachment.state.pending.isEmpty {
            // A pipe that polls as writable takes PIPE_BUF (4096) bytes, so a write of that size does not block a blocking
            // descriptor.
            let ready = (try? Poll.wait(for: [(sink.raw, .output)], timeout: 0)) ?? []
            guard let events = ready.first?.events else { break }
            guard events.contains(.output) else {
                broken = true
                break
            }
            let written = attachment.state.pending.withUnsafeBytes { buffer in
                attachment.sinkIsSocket
                    ? Glibc.send(sink.raw, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL))
                    : write(sink.raw, buffer.baseAddress, min(buffer.count, 4096))
            }
            if written > 0 {
                attachment.state.didDeliver(written)
            } else if errno == EAGAIN {
                break
            } else if errno != EINTR {
                broken = true
            }
        }
        if broken, attachment.state.discard() { send(WireFrame(.stop, id: id)) }
        attachments[id] = attachment
        settle(id)
    }

    /// Returns credit that is due, closes the sink of a stream that has ended, and removes a stream that is finished.
    private func settle(_ id: UInt64) {
        guard var attachment = attachments[id] else { return }
        if let credit = attachment.state.creditDue() {
            var payload: [UInt8] = []
            payload.append(littleEndian: credit)
            send(WireFrame(.credit, id: id, payload: payload))
        }
        if attachment.state.receives, attachment.state.receiveEnded, attachment.state.pending.isEmpty, let sink = attachment.sink {
            if !attachment.shared { sink.close() } else if attachment.sinkIsSocket { shutdown(sink.raw, Int32(SHUT_WR)) }
        }
        attachments[id] = attachment
        if attachment.state.isFinished {
            attachment.source?.close()
            attachment.sink?.close()
            attachments[id] = nil
        }
    }

    private static func isSocket(_ descriptor: Descriptor) -> Bool {
        guard let status = try? descriptor.status() else { return false }
        return status.st_mode & S_IFMT == S_IFSOCK
    }
}
