import CmdletKit
import Containers
import Glibc
import LinuxSystem
import Testing

@testable import ContainerCmdlets

/// A process that prints so many bytes, whatever signal it gets, and ends when all of them were taken from it.
private final class Printer: ContainerProcess {
    private let output: Descriptor
    private let thread: SystemThread

    init(_ count: Int) throws(SystemError) {
        let pipe = try Descriptor.pipe()
        output = pipe.read
        thread = try SystemThread.start {
            try? writeFully(pipe.write.raw, Array(repeating: UInt8(ascii: "y"), count: count))
            pipe.write.close()
        }
    }

    var terminal: Int32? { nil }
    var standardInput: Int32? { nil }
    var standardOutput: Int32? { output.raw }
    var standardError: Int32? { nil }
    var control: Int32? { nil }
    func closeStandardInput() {}
    func resize(columns: UInt16, rows: UInt16) {}
    func signal(_ number: Int32) {}
    func wait() -> Int32 {
        thread.join()
        return 7
    }
    func close() {}
}

@Suite struct DockerStreamsTests {
    /// `docker run NanoServer yes | Select-Object -First 1`: what the process prints after its reader has gone is taken from it all the
    /// same. A container whose output nobody takes does not end.
    @Test(.timeLimit(.minutes(1))) func aReaderThatHasGoneDoesNotHoldTheContainer() throws {
        Signals.ignore(SIGPIPE)
        let (mine, gone, signals) = (try Descriptor.pipe(), try Descriptor.pipe(), try Descriptor.pipe())
        gone.read.close()
        let context = ProgramContext(
            input: mine.read.raw, output: gone.write.raw, error: gone.write.raw, signals: signals.read.raw)
        #expect(DockerStreams(try Printer(1 << 20), context, interactive: false).join() == 7)
    }
}
