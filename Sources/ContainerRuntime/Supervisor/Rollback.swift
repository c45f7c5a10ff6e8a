import ContainerModel

/// The steps that undo a start that fails, run in reverse order.
struct Rollback {
    private var steps: [() -> Void] = []

    mutating func add(_ step: @escaping () -> Void) { steps.append(step) }

    mutating func run() {
        while let step = steps.popLast() { step() }
    }
}
