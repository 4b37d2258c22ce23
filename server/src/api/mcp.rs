//! `POST /mcp`: the Model Context Protocol, by which assistants and editors use tools. There is one tool, which traces a program and tells its steps in
//! sentences. `docs/api.md` describes it.
//!
//! The protocol itself is `rmcp`'s, the official SDK. It brings twenty crates. But the protocol had five revisions in two years, which differ in their
//! handshake, headers and answers, and clients of all of them come: that is not ours to follow. Each request gets a service of its own, without a
//! session, and is answered in JSON. So nothing of it outlives a request, and the site's own rules hold: the body is read by `body`, the run takes its turn
//! in the runner, and a client that leaves ends its run.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::ORIGIN;
use axum::http::{HeaderMap, request};
use axum::response::Response;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, Implementation, InitializeResult, ListToolsResult,
    PaginatedRequestParams, ServerCapabilities, Tool, ToolAnnotations,
};
use rmcp::schemars::JsonSchema;
use rmcp::service::RequestContext;
use rmcp::transport::streamable_http_server::session::never::NeverSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use rmcp::{ErrorData, RoleServer, ServerHandler};
use serde::{Deserialize, Serialize};
use stillframe_picture::trace::Event;
use stillframe_picture::{Trace, sentence};

use super::body;
use crate::VERSION;
use crate::access::Asker;
use crate::error::Error;
use crate::facts::{ending, output};
use crate::long_link::{self, Carried};
use crate::metrics::Count;
use crate::origin::Origin;
use crate::runner::of_page;
use crate::state::AppState;
use crate::words::Words;

/// Steps that one answer tells.
const STEPS: usize = 50;
/// A longer link is left out: nobody reads it, and an assistant would have to.
const LINK_BYTES: usize = 8 * 1024;

const TOOL: &str = "trace_program";
const ABOUT: &str = "Run a Python 3.11 program in a sandbox and tell what its frames did, step by step: generators, coroutines, async generators and \
                     asyncio tasks are created, run, are suspended, resumed and closed. There are no files and no network, and sleeping costs no time. \
                     The same program always gives the same steps.";
const INSTRUCTIONS: &str = "Use trace_program to see what a Python program does instead of guessing: its output, its exceptions, and the order in which \
                            its generators, coroutines and tasks run. Show people the link of an answer: it opens the program at that step.";

/// What a client says of a program.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars", inline)]
#[serde(deny_unknown_fields)]
struct Asked {
    /// The program, at most 64 KiB. Its module may await.
    source: String,
    /// What it reads from standard input.
    input: Option<String>,
    /// The numbers of steps to tell. Without them and without events: all but lines.
    #[serde(default)]
    steps: Vec<usize>,
    /// Tell steps with these events: line, create, call, resume, suspend, return, raise, drop, end.
    #[serde(default)]
    events: Vec<String>,
    /// Tell no step before this one: where the answer before left steps out, its `next`.
    #[serde(default)]
    from: usize,
}

/// What it gets.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars", inline)]
struct Told {
    /// finished, raised, exit, limit, deadlock, stopped or syntax_error
    outcome: String,
    /// The same in a sentence.
    ending: String,
    /// Standard output and standard error, in the order in which they were written.
    output: String,
    /// Whether the end of the output is left out.
    output_is_cut: bool,
    /// The number of the last step, at which the program has ended. The first is 0.
    last_step: usize,
    steps: Vec<ToldStep>,
    /// The first chosen step that had no room in this answer.
    next: Option<usize>,
    /// Opens the program at the first of these steps. Nothing is stored. Absent where it would be too long.
    link: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(crate = "rmcp::schemars", inline)]
struct ToldStep {
    step: usize,
    event: &'static str,
    line: usize,
    sentence: String,
}

/// The tools, for one request.
#[derive(Clone)]
struct Tools {
    state: AppState,
    asker: Asker,
    origin: Origin,
}

pub async fn mcp(State(state): State<AppState>, asker: Asker, origin: Origin, request: Request) -> Result<Response, Error> {
    is_of_this_site(request.headers(), &origin)?;
    let (head, body) = body::whole(request, &state).await?;
    let tools = Tools { state, asker, origin };
    // The layer of `access` has checked the host.
    let config = StreamableHttpServerConfig::default().with_legacy_session_mode(false).with_json_response(true).disable_allowed_hosts();
    let service = StreamableHttpService::new(move || Ok(tools.clone()), Arc::new(NeverSessionManager::default()), config);
    let answer = service.handle(request::Request::from_parts(head, Body::from(body))).await;
    Ok(answer.map(Body::new))
}

/// A browser sends the site of the page that asks. Other sites may not, as the protocol has it: their pages would run programs in their visitors' names.
fn is_of_this_site(request: &HeaderMap, Origin(site): &Origin) -> Result<(), Error> {
    let host = |address: &str| address.split_once("://").map(|(_, host)| host.to_ascii_lowercase());
    match request.get(ORIGIN) {
        None => Ok(()),
        Some(origin) if origin.to_str().ok().and_then(host) == host(site) => Ok(()),
        Some(_) => Err(Error::OtherSite),
    }
}

impl ServerHandler for Tools {
    fn get_info(&self) -> InitializeResult {
        InitializeResult::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new("stillframe", VERSION).with_title("Stillframe"))
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(&self, _: Option<PaginatedRequestParams>, _: RequestContext<RoleServer>) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(vec![tool()]))
    }

    async fn call_tool(&self, call: CallToolRequestParams, context: RequestContext<RoleServer>) -> Result<CallToolResponse, ErrorData> {
        if call.name != TOOL {
            return Err(wrong(format!("there is no tool {}; there is {TOOL}", call.name)));
        }
        let asked: Asked = serde_json::from_value(call.arguments.unwrap_or_default().into()).map_err(|error| wrong(error.to_string()))?;
        let events = asked.events.iter().map(|word| event(word)).collect::<Result<Vec<_>, _>>()?;
        let told = tokio::select! {
            told = self.told(asked, events) => told,
            () = context.ct.cancelled() => return Err(wrong("the client has left")),
        };
        Ok(match told {
            Ok(told) => result(&told)?,
            Err(error) => self.refused(&error),
        }
        .into())
    }
}

impl Tools {
    async fn told(&self, asked: Asked, events: Vec<Event>) -> Result<Told, Error> {
        let Tools { state, asker, origin } = self;
        body::check(&asked.source, asked.input.as_deref(), state)?;
        let trace = state.runner.trace(of_page(&asked.source, asked.input.as_deref()), asker).await?;
        let origin = origin.clone();
        state.pictures.read(trace, move |trace| told(trace, &asked, &events, &origin)).await
    }

    /// What could not be done, as an answer: an assistant reads it, and may do better.
    fn refused(&self, error: &Error) -> CallToolResult {
        self.state.runner.metrics().count(Count::Refused, error.code());
        if let Error::Internal(cause) = error {
            tracing::error!(cause, "a tool failed");
        }
        CallToolResult::error(vec![ContentBlock::text(format!("{} {}", error.message(), error.hint(Words::first())))])
    }
}

fn tool() -> Tool {
    let hints = ToolAnnotations::with_title("Trace a Python program").read_only(true).idempotent(true).open_world(false);
    Tool::new(TOOL, ABOUT, Arc::default()).with_input_schema::<Asked>().with_output_schema::<Told>().annotate(hints)
}

fn event(word: &str) -> Result<Event, ErrorData> {
    let found = Event::ALL.into_iter().find(|event| event.word() == word);
    found.ok_or_else(|| wrong(format!("there is no event {word}; there are {}", Event::ALL.map(Event::word).join(", "))))
}

fn told(trace: &Trace, asked: &Asked, events: &[Event], Origin(site): &Origin) -> Told {
    let mut chosen = (asked.from..trace.len()).filter(|step| is_chosen(trace, *step, asked, events));
    let steps: Vec<ToldStep> = chosen.by_ref().take(STEPS).map(|step| told_step(trace, step)).collect();
    let step = steps.first().map_or_else(|| trace.interesting_step(), |first| first.step);
    let address = long_link::address(&Carried { source: &asked.source, input: asked.input.as_deref() }, step);
    let (pieces, output_is_cut) = output(trace);
    Told {
        outcome: trace.outcome.outcome.clone(),
        ending: ending(&trace.outcome, Words::first()),
        output: pieces.into_iter().map(|piece| piece.text).collect(),
        output_is_cut,
        last_step: trace.last(),
        steps,
        next: chosen.next(),
        link: (address.len() <= LINK_BYTES).then(|| format!("{site}{address}")),
    }
}

fn is_chosen(trace: &Trace, step: usize, asked: &Asked, events: &[Event]) -> bool {
    let event = trace.events[step];
    let is_any = asked.steps.is_empty() && events.is_empty();
    asked.steps.contains(&step) || events.contains(&event) || (is_any && event != Event::Line)
}

fn told_step(trace: &Trace, at: usize) -> ToldStep {
    let step = trace.step(at);
    ToldStep { step: at, event: step.event.word(), line: step.line, sentence: sentence(trace, at) }
}

/// For people and for programs.
fn result(told: &Told) -> Result<CallToolResult, ErrorData> {
    let steps = told.steps.iter().map(|ToldStep { step, line, sentence, .. }| format!("Step {step}, line {line}: {sentence}\n"));
    let output = if told.output.is_empty() { "Nothing was written.\n" } else { told.output.as_str() };
    let cut = if told.output_is_cut { "… (the rest is left out)\n" } else { "" };
    let next = told.next.map_or_else(String::new, |next| format!("More steps follow: ask again with \"from\": {next}.\n"));
    let link = told.link.as_ref().map_or_else(String::new, |link| format!("See it: {link}\n"));
    let text = format!(
        "{} It has the steps 0 to {}.\n\nOutput:\n{output}{cut}\nSteps:\n{}{next}{link}",
        told.ending,
        told.last_step,
        steps.collect::<String>()
    );
    let structured = serde_json::to_value(told).map_err(|error| ErrorData::internal_error(error.to_string(), None))?;
    let mut result = CallToolResult::structured(structured);
    result.content = vec![ContentBlock::text(text)];
    Ok(result)
}

fn wrong(what: impl Into<Cow<'static, str>>) -> ErrorData {
    ErrorData::invalid_params(what, None)
}
