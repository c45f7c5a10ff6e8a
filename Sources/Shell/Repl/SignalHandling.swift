import Glibc
import Interpreter

/// Ctrl-C: stops the pipeline that runs, never the shell.
enum SignalHandling {
    /// Set by the handler, read by the engine and the line editor.
    static let interrupt = Interrupt()

    /// Installs the handlers of an interactive shell. System calls are not restarted, so that a waiting read notices.
    static func install() {
        // Made before the first signal: a handler must not run an initialiser.
        interrupt.clear()
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in SignalHandling.interrupt.request() }
        sigaction(SIGINT, &action, nil)
        // The terminal has gone: what runs is stopped, its finally blocks run, and the next read ends the shell. Not where it was started
        // to survive that (nohup).
        var before = sigaction()
        sigaction(SIGHUP, nil, &before)
        if !isIgnored(before) { sigaction(SIGHUP, &action, nil) }
        var resize = sigaction()
        resize.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGWINCH, &resize, nil)
        ignore(SIGTSTP)
        ignore(SIGQUIT)
    }

    /// A write to a pipe that nobody reads is an error of that write, not the shell's end.
    static func ignorePipeErrors() { ignore(SIGPIPE) }

    private static func isIgnored(_ action: sigaction) -> Bool {
        // SIG_IGN is the number 1 in a function's place, and functions have no equality of their own.
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func ignore(_ number: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(number, &action, nil)
    }
}
