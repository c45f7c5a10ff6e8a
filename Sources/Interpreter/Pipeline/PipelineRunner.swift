import CmdletKit
import Values

/// Builds the stages of a pipeline and passes objects through them.
package enum PipelineRunner {
    /// Runs a pipeline.
    /// - Parameter source: the expression at its start; nil where it starts with a command.
    /// - Returns: `.enough` where the frame's output wants no more objects.
    /// - Throws: terminating errors of the source and the commands; `PipelineStopped`, `ExitRequest`.
    package static func run(_ source: Evaluate?, _ commands: [CompiledCommand], in frame: Frame) throws -> StatementOutcome {
        let engine = frame.engine
        try engine.checkStop()
        try engine.descend()
        defer { engine.ascend() }
        // The source is evaluated before any stage is built: where it fails, no command has begun.
        let input = try source.map { try $0(frame) }
        var stages: [Stage] = []
        var downstream = frame.output
        let outermost = EnoughMonitor(frame.output)
        if !downstream.isDisplay { downstream = outermost }
        var place = commands.count - 1
        engine.succeeded = true
        defer { for stage in stages { stage.cleanUp() } }
        while place >= 0 {
            let built = try StageBuilder.build(commands, upTo: place, into: downstream, hasSource: source != nil, frame)
            stages.insert(built.stage, at: 0)
            place -= built.count
            downstream = StageInput(built.stage)
        }
        try feed(input, stages, isSource: source != nil)
        // Only now: what the stages ran by the way set `$?` for itself.
        engine.succeeded = !stages.contains(where: \.failed)
        return outermost.enough ? .enough : .normal
    }

    private static func feed(_ input: Value?, _ stages: [Stage], isSource: Bool) throws {
        guard let first = stages.first else { return }
        for stage in stages { try stage.start() }
        if let input {
            if let range = input.asObject(NumberRange.self) {
                try pass(range.numbers, to: first)
            } else if let elements = input.enumerated {
                try pass(elements, to: first)
            } else {
                _ = try first.accept(input)
            }
        } else {
            try first.runWithoutInput()
        }
        for (place, stage) in stages.enumerated() {
            // A later stage wants no more input: this stage's end block does not run.
            if stages[(place + 1)...].contains(where: { !$0.wantsMore }) { continue }
            try stage.end()
        }
    }

    private static func pass(_ elements: some Sequence<Value>, to stage: Stage) throws {
        for element in elements {
            if case .nothing = element { continue }
            if try stage.accept(element.orNull) == .enough { break }
        }
    }
}
