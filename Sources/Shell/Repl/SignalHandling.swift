import Glibc
import Interpreter

/// The handling of Ctrl-C, which stops the running pipeline and never the shell, and of other signals.
enum SignalHandling {
    /// Set by the signal handler; the engine and the line editor look at it.
    static let interrupt = Interrupt()

    /// Installs the handlers of an interactive shell, without SA_RESTART, so that a waiting read(2) returns and notices the signal.
    static func install() {
        // Access it once before the first signal: its lazy initialiser must not run in a signal handler.
        interrupt.clear()
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in SignalHandling.interrupt.request() }
        sigaction(SIGINT, &action, nil)
        // SIGHUP: the terminal is gone. The running pipeline stops, its finally blocks run, and the next read ends the shell. A
        // shell that was started with SIGHUP ignored (nohup) keeps ignoring it.
        var before = sigaction()
        sigaction(SIGHUP, nil, &before)
        if !isIgnored(before) { sigaction(SIGHUP, &action, nil) }
        var resize = sigaction()
        resize.__sigaction_handler.sa_handler = { _ in }
        sigaction(SIGWINCH, &resize, nil)
        ignore(SIGTSTP)
        ignore(SIGQUIT)
    }

    /// Ignores SIGPIPE: a write to a pipe without a reader then fails with EPIPE instead of ending the shell.
    static func ignorePipeErrors() { ignore(SIGPIPE) }

    private static func isIgnored(_ action: sigaction) -> Bool {
        // SIG_IGN is the number 1 cast to a function pointer; Swift cannot compare functions.
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func ignore(_ number: Int32) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(number, &action, nil)
    }
}
