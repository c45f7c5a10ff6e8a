#define _GNU_SOURCE
#include "CLibedit.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

EditLine *clibedit_open(const char *program, int input, int output, void *owner, clibedit_prompt prompt, clibedit_reader reader) {
    FILE *in = fdopen(dup(input), "r");
    FILE *out = fdopen(dup(output), "w");
    if (in == NULL || out == NULL) return NULL;
    EditLine *editor = el_init(program, in, out, out);
    if (editor == NULL) return NULL;
    el_set(editor, EL_CLIENTDATA, owner);
    // Between two \1 characters libedit counts no columns: escape sequences of the prompt stand there.
    el_set(editor, EL_PROMPT_ESC, prompt, '\1');
    el_set(editor, EL_EDITOR, "emacs");
    el_set(editor, EL_SIGNAL, 0);
    el_set(editor, EL_GETCFN, reader);
    return editor;
}

void clibedit_close(EditLine *editor) {
    FILE *in = NULL, *out = NULL;
    el_get(editor, EL_GETFP, 0, &in);
    el_get(editor, EL_GETFP, 1, &out);
    el_end(editor);
    if (in != NULL) fclose(in);
    if (out != NULL) fclose(out);
}

void *clibedit_owner(EditLine *editor) {
    void *owner = NULL;
    el_get(editor, EL_CLIENTDATA, &owner);
    return owner;
}

void clibedit_bind(EditLine *editor, const char *name, const char *help, const char *keys, clibedit_function function) {
    el_set(editor, EL_ADDFN, name, help, function);
    el_set(editor, EL_BIND, keys, name, NULL);
}

void clibedit_bind_builtin(EditLine *editor, const char *keys, const char *function) {
    el_set(editor, EL_BIND, keys, function, NULL);
}

void clibedit_use_history(EditLine *editor, History *entries) { el_set(editor, EL_HIST, history, entries); }

void clibedit_add_history(History *entries, const char *line) {
    HistEvent event;
    history(entries, &event, H_ENTER, line);
}

void clibedit_set_history_size(History *entries, int size) {
    HistEvent event;
    history(entries, &event, H_SETSIZE, size);
    history(entries, &event, H_SETUNIQUE, 1);
}

void clibedit_prepare_terminal(EditLine *editor, int on) { el_set(editor, EL_PREP_TERM, on); }

void clibedit_print(EditLine *editor, const char *text) {
    FILE *out = NULL;
    el_get(editor, EL_GETFP, 1, &out);
    if (out == NULL) return;
    fputs(text, out);
    fflush(out);
}

void clibedit_hold_signals(sigset_t *before) {
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGWINCH);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

void clibedit_release_signals(const sigset_t *before) { pthread_sigmask(SIG_SETMASK, before, NULL); }

int clibedit_wait_input(int descriptor, const sigset_t *before) {
    struct pollfd entry = {.fd = descriptor, .events = POLLIN};
    int count = ppoll(&entry, 1, NULL, before);
    if (count > 0) return 1;
    return errno == EINTR ? 0 : -1;
}

size_t clibedit_character_limit(void) { return MB_CUR_MAX; }
