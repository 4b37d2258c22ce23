//! Python 3.11's grammar, with the rules by which it knows common mistakes.
//!
//! A rule is a list of alternatives, tried in order; the first that matches is taken and never reconsidered.
//!
//! | written | means |
//! | --- | --- |
//! | `'if'` `'+='` | that keyword or operator |
//! | `"match"` | that name, which is a keyword only here |
//! | `NAME` `NUMBER` `STRING` `NEWLINE` `INDENT` `DEDENT` `END` | a token of that kind; a `NAME` is no keyword |
//! | `x?` `x*` `x+` `','.x+` | perhaps; any number; one or more; the same with something between |
//! | `&x` `!x` | what follows is, is not, an `x` |
//! | `~` | from here on it is this alternative or none |
//! | `&&':'` | that token, or at once the error `expected ':'` |
//! | `a=x` | gives what matched a name, for the end of the alternative |
//! | `-> Kind` | what the whole is; a lone item is what it is by itself |
//! | `-> a` | it is what `a` is |
//! | `@last "…"` | raise an error at the last token read |
//! | `@at a "…"` `@range a b "…"` `@from a "…"` | raise it at `a`; from `a` to the end of `b`; from `a` to the last token read |
//! | `@indent a "…"` | raise an `IndentationError`; the message may use the line of `a` |
//! | `@name …` | ask the function of that name in `complaint.rs` |
//!
//! In messages `{a}` says what kind of expression `a` is, `{a.text}` is its text and `{a.line}` its line.
//! A rule marked `memo` is read once at each place. In a rule marked `lenient` nothing looks for mistakes. An alternative that is only a
//! rule called `wrong_…` is left out until the source is known to be wrong. `beginning_of_soft_keyword` has more names than one expects,
//! as CPython 3.11 compares only the beginnings.

pub const GRAMMAR: &str = r#"
program: body? END
placeholder: open_values

body: line+ -> Statements
line: block_opener | short_statements
short_statements: short_statement !';' NEWLINE | ';'.short_statement+ ';'? NEWLINE

short_statement memo:
    | binding
    | open_values
    | &'return' returning
    | &('import' | 'from') importing
    | &'raise' raising
    | 'pass'
    | &'del' deleting
    | &'yield' yielding
    | &'assert' asserting
    | 'break'
    | 'continue'
    | &'global' global_names
    | &'nonlocal' outer_names

block_opener:
    | &('def' | '@' | 'async') function_statement
    | &'if' if_statement
    | &('class' | '@') class_statement
    | &('with' | 'async') with_statement
    | &('for' | 'async') for_statement
    | &'try' try_statement
    | &'while' while_statement
    | match_statement

binding:
    | NAME ':' value ('=' annotated_value)?
    | ('(' lone_target ')' | part_target) ':' value ('=' annotated_value)?
    | (targets '=')+ (yielding | open_values) !'='
    | lone_target in_place_operator ~ (yielding | open_values)
    | wrong_binding

annotated_value: yielding | open_values
in_place_operator: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='

returning: 'return' open_values?
raising: 'raise' value ('from' value)? | 'raise'
global_names: 'global' ','.NAME+
outer_names: 'nonlocal' ','.NAME+
deleting: 'del' doomed_list &(';' | NEWLINE) | wrong_deleting
asserting: 'assert' value (',' value)?

importing: import_of_modules | import_of_members
import_of_modules: 'import' module_list
import_of_members:
    | 'from' ('.' | '...')* module_path 'import' members
    | 'from' ('.' | '...')+ 'import' members
members:
    | '(' member_list ','? ')'
    | member_list !','
    | '*'
    | wrong_members
member_list: ','.member+
member: NAME ('as' NAME)?
module_list: ','.module+
module: module_path ('as' NAME)?
module_path: module_path '.' NAME -> Dotted | NAME

suite memo: NEWLINE INDENT body DEDENT | short_statements | wrong_suite

decoration: ('@' value_or_walrus NEWLINE)+

class_statement: decoration plain_class | plain_class
plain_class:
    | wrong_class
    | 'class' NAME ('(' call_arguments? ')')? ':' suite

function_statement: decoration plain_function | plain_function
plain_function:
    | wrong_function
    | 'def' NAME &&'(' signature? ')' ('->' value)? &&':' suite
    | 'async' 'def' NAME &&'(' signature? ')' ('->' value)? &&':' suite

signature: wrong_signature | parameter_list
parameter_list:
    | required_up_to_slash required* optional* from_star_on?
    | optional_up_to_slash optional* from_star_on?
    | required+ optional* from_star_on?
    | optional+ from_star_on?
    | from_star_on
required_up_to_slash: required+ '/' ',' | required+ '/' &')'
optional_up_to_slash:
    | required* optional+ '/' ','
    | required* optional+ '/' &')'
from_star_on:
    | wrong_from_star_on
    | '*' required any_parameter* named_rest?
    | '*' required_unpacked any_parameter* named_rest?
    | '*' ',' any_parameter+ named_rest?
    | named_rest
named_rest: wrong_named_rest | '**' required
required: a=parameter ',' -> a | a=parameter &')' -> a
required_unpacked: unpacked_parameter ',' | unpacked_parameter &')'
optional: parameter preset ',' | parameter preset &')'
any_parameter: parameter preset? ',' | parameter preset? &')'
parameter: NAME hint?
unpacked_parameter: NAME unpacked_hint
hint: ':' value
unpacked_hint: ':' open_value
preset: '=' value | wrong_preset

if_statement:
    | wrong_if_statement
    | 'if' value_or_walrus ':' suite elif_part
    | 'if' value_or_walrus ':' suite else_part?
elif_part:
    | wrong_elif_part
    | 'elif' value_or_walrus ':' suite elif_part -> Elif
    | 'elif' value_or_walrus ':' suite else_part?
else_part: wrong_else_part | 'else' &&':' suite

while_statement: wrong_while_statement | 'while' value_or_walrus ':' suite else_part?

for_statement:
    | wrong_for_statement
    | 'for' targets 'in' ~ open_values ':' suite else_part?
    | 'async' 'for' targets 'in' ~ open_values ':' suite else_part?
    | wrong_loop_target

with_statement:
    | wrong_with_suite
    | 'with' '(' ','.manager+ ','? ')' ':' suite
    | 'with' ','.manager+ ':' suite
    | 'async' 'with' '(' ','.manager+ ','? ')' ':' suite
    | 'async' 'with' ','.manager+ ':' suite
    | wrong_with_statement
manager:
    | value 'as' target &(',' | ')' | ':')
    | wrong_manager
    | value

try_statement:
    | wrong_try_statement
    | 'try' &&':' suite finally_part
    | 'try' &&':' suite handler+ else_part? finally_part?
    | 'try' &&':' suite group_handler+ else_part? finally_part?
handler:
    | wrong_handler_suite
    | 'except' value ('as' NAME)? ':' suite
    | 'except' ':' suite
    | wrong_handler
group_handler:
    | wrong_group_handler_suite
    | 'except' '*' value ('as' NAME)? ':' suite
    | wrong_handler
finally_part: wrong_finally_part | 'finally' &&':' suite

match_statement:
    | "match" subject ':' NEWLINE INDENT case_part+ DEDENT
    | wrong_match_statement
subject: item ',' items? | value_or_walrus
case_part: wrong_case_part | "case" case_pattern case_condition? ':' suite
case_condition: 'if' value_or_walrus

case_pattern: bare_row_pattern | named_pattern
named_pattern: pattern_with_name | pattern_choice
pattern_with_name: pattern_choice 'as' caught_name | wrong_pattern_with_name
pattern_choice: '|'.single_pattern+
single_pattern memo:
    | constant_pattern
    | catching_pattern
    | any_pattern
    | looked_up_pattern
    | bracketed_pattern
    | row_pattern
    | table_pattern
    | instance_pattern
constant_pattern: signed_constant !('+' | '-') | complex_constant | adjacent_strings | 'None' | 'True' | 'False'
constant_key: signed_constant !('+' | '-') | complex_constant | adjacent_strings | 'None' | 'True' | 'False'
complex_constant:
    | signed_real '+' imaginary_part
    | signed_real '-' imaginary_part
signed_constant: NUMBER | '-' NUMBER
signed_real: real_part | '-' real_part
real_part: a=NUMBER @real a
imaginary_part: a=NUMBER @imaginary a
catching_pattern: caught_name
caught_name: !"_" NAME !('.' | '(' | '=')
any_pattern: "_"
looked_up_pattern: attribute_path !('.' | '(' | '=')
attribute_path: NAME ('.' NAME)+
class_path: NAME ('.' NAME)*
bracketed_pattern: '(' named_pattern ')'
row_pattern: '[' row_items? ']' | '(' bare_row_pattern? ')'
bare_row_pattern: row_item ',' row_items?
row_items: ','.row_item+ ','?
row_item: rest_pattern | named_pattern
rest_pattern memo: '*' caught_name | '*' any_pattern
table_pattern:
    | '{' '}'
    | '{' table_rest ','? '}'
    | '{' table_entries ',' table_rest ','? '}'
    | '{' table_entries ','? '}'
table_entries: ','.table_entry+
table_entry: (constant_key | attribute_path) ':' named_pattern
table_rest: '**' caught_name
instance_pattern:
    | class_path '(' ')'
    | class_path '(' placed_fields ','? ')'
    | class_path '(' named_fields ','? ')'
    | class_path '(' placed_fields ',' named_fields ','? ')'
    | wrong_instance_pattern
placed_fields: ','.named_pattern+
named_fields: ','.named_field+
named_field: NAME '=' named_pattern

several_values:
    | value (',' value)+ ','? -> Tuple
    | value ',' -> Tuple
    | value
value memo:
    | wrong_value
    | wrong_print_statement
    | any_of 'if' any_of 'else' value -> Conditional
    | any_of
    | lambda_value
yielding: 'yield' 'from' value -> Yield | 'yield' open_values? -> Yield
open_values:
    | open_value (',' open_value)+ ','? -> Tuple
    | open_value ',' -> Tuple
    | open_value
open_value memo: '*' bits_or -> Starred | value
items: ','.item+ ','?
item: '*' bits_or -> Starred | value_or_walrus
walrus: NAME ':=' ~ value -> Named
value_or_walrus: walrus | wrong_walrus | a=value !':=' -> a
any_of memo: all_of ('or' all_of)+ -> Operation | all_of
all_of memo: negation ('and' negation)+ -> Operation | negation
negation memo: 'not' negation -> Operation | compared
compared:
    | bits_or ('in' bits_or) compared_with* -> Membership
    | bits_or compared_with+ -> Comparison
    | bits_or
compared_with:
    | '==' bits_or
    | '!=' bits_or
    | '<=' bits_or
    | '<' bits_or
    | '>=' bits_or
    | '>' bits_or
    | 'not' 'in' bits_or
    | 'in' bits_or
    | 'is' 'not' bits_or
    | 'is' bits_or
bits_or: bits_or '|' bits_xor -> Operation | bits_xor
bits_xor: bits_xor '^' bits_and -> Operation | bits_and
bits_and: bits_and '&' shifted -> Operation | shifted
shifted: shifted '<<' added -> Operation | shifted '>>' added -> Operation | added
added: added '+' multiplied -> Operation | added '-' multiplied -> Operation | multiplied
multiplied:
    | multiplied '*' signed -> Operation
    | multiplied '/' signed -> Operation
    | multiplied '//' signed -> Operation
    | multiplied '%' signed -> Operation
    | multiplied '@' signed -> Operation
    | signed
signed memo: '+' signed -> Operation | '-' signed -> Operation | '~' signed -> Operation | raised
raised: awaited '**' signed -> Operation | awaited
awaited memo: 'await' trailed -> Await | trailed
trailed:
    | trailed '.' NAME -> Attribute
    | trailed generator -> Call
    | trailed '(' call_arguments? ')' -> Call
    | trailed '[' subscript ']' -> Subscript
    | operand
subscript: subscript_part !',' | ','.(subscript_part | unpacked)+ ','?
subscript_part: value? ':' value? (':' value?)? | value_or_walrus
operand:
    | NAME
    | 'True' -> True
    | 'False' -> False
    | 'None' -> None
    | &STRING adjacent_strings
    | NUMBER -> Literal
    | &'(' (tuple_display | bracketed | generator)
    | &'[' (list_display | list_comprehension)
    | &'{' (dict_display | set_display | dict_comprehension | set_comprehension)
    | '...' -> Ellipsis
bracketed: '(' a=(yielding | value_or_walrus) ')' -> a | wrong_bracketed
lambda_value: 'lambda' lambda_signature? ':' value -> Lambda

lambda_signature: wrong_lambda_signature | lambda_list
lambda_list:
    | lambda_required_up_to_slash lambda_required* lambda_optional* lambda_from_star_on?
    | lambda_optional_up_to_slash lambda_optional* lambda_from_star_on?
    | lambda_required+ lambda_optional* lambda_from_star_on?
    | lambda_optional+ lambda_from_star_on?
    | lambda_from_star_on
lambda_required_up_to_slash: lambda_required+ '/' ',' | lambda_required+ '/' &':'
lambda_optional_up_to_slash:
    | lambda_required* lambda_optional+ '/' ','
    | lambda_required* lambda_optional+ '/' &':'
lambda_from_star_on:
    | wrong_lambda_from_star_on
    | '*' lambda_required lambda_any_parameter* lambda_named_rest?
    | '*' ',' lambda_any_parameter+ lambda_named_rest?
    | lambda_named_rest
lambda_named_rest: wrong_lambda_named_rest | '**' lambda_required
lambda_required: a=lambda_parameter ',' -> a | a=lambda_parameter &':' -> a
lambda_optional: lambda_parameter preset ',' | lambda_parameter preset &':'
lambda_any_parameter: lambda_parameter preset? ',' | lambda_parameter preset? &':'
lambda_parameter: NAME

adjacent_strings memo: a=STRING+ @strings a
list_display: '[' items? ']' -> List
tuple_display: '(' (item ',' items?)? ')' -> Tuple
set_display: '{' items '}' -> Set
dict_display:
    | '{' entries? '}' -> Dict
    | '{' wrong_entries '}'
entries: ','.entry+ ','?
entry: '**' bits_or | key_and_value
key_and_value: value ':' value
clauses: clause+ -> Clauses
clause:
    | 'async' 'for' targets 'in' ~ any_of ('if' any_of)* -> Clause
    | 'for' targets 'in' ~ any_of ('if' any_of)* -> Clause
    | wrong_loop_target
list_comprehension: '[' value_or_walrus clauses ']' -> ListComprehension | wrong_comprehension
set_comprehension: '{' value_or_walrus clauses '}' -> SetComprehension | wrong_comprehension
generator:
    | '(' (walrus | value !':=') clauses ')' -> Generator
    | wrong_comprehension
dict_comprehension: '{' key_and_value clauses '}' -> DictComprehension | wrong_dict_comprehension

call_arguments memo: argument_list ','? &')' | wrong_call_arguments
argument_list:
    | ','.(unpacked | a=(walrus | b=value !':=' -> b) !'=' -> a)+ (',' named_arguments)? -> Arguments
    | named_arguments -> Arguments
named_arguments:
    | ','.named_or_unpacked+ ',' ','.named_or_table+
    | ','.named_or_unpacked+
    | ','.named_or_table+
unpacked: '*' value -> Starred
named_or_unpacked: wrong_named_argument | NAME '=' value -> Keyword | unpacked
named_or_table: wrong_named_argument | NAME '=' value -> Keyword | '**' value -> KeywordUnpacking

targets: target !',' | target (',' target)* ','? -> Tuple
targets_in_list: ','.target+ ','?
targets_in_tuple: target (',' target)+ ','? | target ','
target memo: '*' !'*' target -> Starred | plain_target
plain_target memo:
    | owner '.' NAME !owner_follows -> Attribute
    | owner '[' subscript ']' !owner_follows -> Subscript
    | target_operand
target_operand:
    | NAME
    | '(' a=plain_target ')' -> a
    | '(' targets_in_tuple? ')' -> Tuple
    | '[' targets_in_list? ']' -> List
lone_target: part_target | NAME | '(' lone_target ')'
part_target:
    | owner '.' NAME !owner_follows -> Attribute
    | owner '[' subscript ']' !owner_follows -> Subscript
owner:
    | owner '.' NAME &owner_follows -> Attribute
    | owner '[' subscript ']' &owner_follows -> Subscript
    | owner generator &owner_follows -> Call
    | owner '(' call_arguments? ')' &owner_follows -> Call
    | operand &owner_follows
owner_follows: '(' | '[' | '.'
doomed_list: ','.doomed+ ','?
doomed memo:
    | owner '.' NAME !owner_follows
    | owner '[' subscript ']' !owner_follows
    | doomed_operand
doomed_operand: NAME | '(' doomed ')' | '(' doomed_list? ')' | '[' doomed_list? ']'

wrong_call_arguments:
    | ((','.(unpacked | (walrus | value !':=') !'=')+ ',' named_arguments) | named_arguments) ',' a='*' @at a "iterable argument unpacking follows keyword argument unpacking"
    | a=value b=clauses ',' (argument_list | value clauses)? @range a b "Generator expression must be parenthesized"
    | a=NAME b='=' value clauses @range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    | a=argument_list b=clauses @generator_argument a b
    | argument_list ',' a=value b=clauses @range a b "Generator expression must be parenthesized"
    | a=argument_list ',' argument_list @argument_order a
wrong_named_argument:
    | a=('True' | 'False' | 'None') b='=' @range a b "cannot assign to {a.text}"
    | a=NAME b='=' value clauses @range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    | !(NAME '=') a=value b='=' @range a b "expression cannot contain assignment, perhaps you meant \"==\"?"

value_taken_as_right lenient:
    | any_of 'if' any_of 'else' value -> Conditional
    | any_of
    | lambda_value
wrong_print_statement: a=NAME !'(' b=open_values @legacy_call a b
wrong_value:
    | !(NAME STRING | beginning_of_soft_keyword) a=any_of b=value_taken_as_right @forgotten_comma a b
    | a=any_of 'if' b=any_of !('else' | ':') @range a b "expected 'else' after 'if' expression"
beginning_of_soft_keyword: "_" | "c" | "ca" | "cas" | "case" | "m" | "ma" | "mat" | "matc" | "match"
wrong_walrus memo:
    | a=value ':=' value @at a "cannot use assignment expressions with {a}"
    | a=NAME '=' b=bits_or !('=' | ':=') @range a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    | !(list_display | tuple_display | generator | 'True' | 'None' | 'False') a=bits_or '=' bits_or !('=' | ':=') @at a "cannot assign to {a} here. Maybe you meant '==' instead of '='?"
wrong_binding:
    | a=unannotatable ':' value @at a "only single target (not {a}) can be annotated"
    | a=item ',' items* ':' value @at a "only single target (not tuple) can be annotated"
    | a=value ':' value @at a "illegal target for annotation"
    | (targets '=')* a=open_values '=' @assignment_target a
    | (targets '=')* a=yielding '=' @at a "assignment to yield expression not possible"
    | a=open_values in_place_operator (yielding | open_values) @at a "'{a}' is an illegal expression for augmented assignment"
unannotatable: list_display | tuple_display | '(' a=unannotatable ')' -> a
wrong_deleting: 'del' a=open_values @deletion_target a
wrong_suite: NEWLINE !INDENT @indent a "expected an indented block"
wrong_comprehension:
    | ('[' | '(' | '{') a=unpacked clauses @at a "iterable unpacking cannot be used in comprehension"
    | ('[' | '{') a=item ',' b=items clauses @range a b "did you forget parentheses around the comprehension target?"
    | ('[' | '{') a=item b=',' clauses @range a b "did you forget parentheses around the comprehension target?"
wrong_dict_comprehension: '{' a='**' bits_or clauses '}' @at a "dict unpacking cannot be used in dict comprehension"
wrong_signature:
    | required* optional_before a=required @at a "non-default argument follows default argument"
    | required* a='(' required+ ','? b=')' @range a b "Function parameters cannot be parenthesized"
    | a='/' ',' @at a "at least one argument must precede /"
    | (required_up_to_slash | optional_up_to_slash) any_parameter* a='/' @at a "/ may appear only once"
    | (required_up_to_slash | optional_up_to_slash)? any_parameter* '*' (',' | required) any_parameter* a='/' @at a "/ must be ahead of *"
    | any_parameter+ '/' a='*' @at a "expected comma between / and *"
optional_before: optional_up_to_slash | optional+
wrong_preset: a='=' &(')' | ',') @at a "expected default value expression"
wrong_from_star_on:
    | a='*' (')' | ',' (')' | '**')) @at a "named arguments must follow bare *"
    | '*' parameter a='=' @at a "var-positional argument cannot have default value"
    | '*' (required | ',') any_parameter* a='*' (required | ',') @at a "* argument may appear only once"
wrong_named_rest:
    | '**' parameter a='=' @at a "var-keyword argument cannot have default value"
    | '**' parameter ',' a=parameter @at a "arguments cannot follow var-keyword argument"
    | '**' parameter ',' a=('*' | '**' | '/') @at a "arguments cannot follow var-keyword argument"
wrong_lambda_signature:
    | lambda_required* lambda_optional_before a=lambda_required @at a "non-default argument follows default argument"
    | lambda_required* a='(' ','.lambda_parameter+ ','? b=')' @range a b "Lambda expression parameters cannot be parenthesized"
    | a='/' ',' @at a "at least one argument must precede /"
    | (lambda_required_up_to_slash | lambda_optional_up_to_slash) lambda_any_parameter* a='/' @at a "/ may appear only once"
    | (lambda_required_up_to_slash | lambda_optional_up_to_slash)? lambda_any_parameter* '*' (',' | lambda_required) lambda_any_parameter* a='/' @at a "/ must be ahead of *"
    | lambda_any_parameter+ '/' a='*' @at a "expected comma between / and *"
lambda_optional_before: lambda_optional_up_to_slash | lambda_optional+
wrong_lambda_from_star_on:
    | '*' (':' | ',' (':' | '**')) @last "named arguments must follow bare *"
    | '*' lambda_parameter a='=' @at a "var-positional argument cannot have default value"
    | '*' (lambda_required | ',') lambda_any_parameter* a='*' (lambda_required | ',') @at a "* argument may appear only once"
wrong_lambda_named_rest:
    | '**' lambda_parameter a='=' @at a "var-keyword argument cannot have default value"
    | '**' lambda_parameter ',' a=lambda_parameter @at a "arguments cannot follow var-keyword argument"
    | '**' lambda_parameter ',' a=('*' | '**' | '/') @at a "arguments cannot follow var-keyword argument"
wrong_manager: value 'as' a=value &(',' | ')' | ':') @assignment_target a
wrong_loop_target: 'async'? 'for' a=open_values @iteration_target a
wrong_bracketed:
    | '(' a=unpacked ')' @at a "cannot use starred expression here"
    | '(' a='**' value ')' @at a "cannot use double starred expression here"
wrong_members: member_list ',' NEWLINE @last "trailing comma not allowed without surrounding parentheses"
wrong_with_statement:
    | 'async'? 'with' ','.(value ('as' target)?)+ NEWLINE @last "expected ':'"
    | 'async'? 'with' '(' ','.(several_values ('as' target)?)+ ','? ')' NEWLINE @last "expected ':'"
wrong_with_suite:
    | 'async'? a='with' ','.(value ('as' target)?)+ ':' NEWLINE !INDENT @indent a "expected an indented block after 'with' statement on line {a.line}"
    | 'async'? a='with' '(' ','.(several_values ('as' target)?)+ ','? ')' ':' NEWLINE !INDENT @indent a "expected an indented block after 'with' statement on line {a.line}"
wrong_try_statement:
    | a='try' ':' NEWLINE !INDENT @indent a "expected an indented block after 'try' statement on line {a.line}"
    | 'try' ':' suite !('except' | 'finally') @last "expected 'except' or 'finally' block"
    | 'try' ':' suite* handler+ a='except' b='*' value ('as' NAME)? ':' @range a b "cannot have both 'except' and 'except*' on the same 'try'"
    | 'try' ':' suite* group_handler+ a='except' (value ('as' NAME)?)? ':' @at a "cannot have both 'except' and 'except*' on the same 'try'"
wrong_handler:
    | 'except' '*'? a=value ',' several_values ('as' NAME)? ':' @from a "multiple exception types must be parenthesized"
    | 'except' '*'? value ('as' NAME)? NEWLINE @last "expected ':'"
    | 'except' NEWLINE @last "expected ':'"
    | 'except' '*' (NEWLINE | ':') @last "expected one or more exception types"
wrong_finally_part: a='finally' ':' NEWLINE !INDENT @indent a "expected an indented block after 'finally' statement on line {a.line}"
wrong_handler_suite:
    | a='except' value ('as' NAME)? ':' NEWLINE !INDENT @indent a "expected an indented block after 'except' statement on line {a.line}"
    | a='except' ':' NEWLINE !INDENT @indent a "expected an indented block after 'except' statement on line {a.line}"
wrong_group_handler_suite: a='except' '*' value ('as' NAME)? ':' NEWLINE !INDENT @indent a "expected an indented block after 'except*' statement on line {a.line}"
wrong_match_statement:
    | "match" subject NEWLINE @last "expected ':'"
    | a="match" subject ':' NEWLINE !INDENT @indent a "expected an indented block after 'match' statement on line {a.line}"
wrong_case_part:
    | "case" case_pattern case_condition? NEWLINE @last "expected ':'"
    | a="case" case_pattern case_condition? ':' NEWLINE !INDENT @indent a "expected an indented block after 'case' statement on line {a.line}"
wrong_pattern_with_name:
    | pattern_choice 'as' a="_" @at a "cannot use '_' as a target"
    | pattern_choice 'as' !NAME a=value @at a "invalid pattern target"
wrong_instance_pattern: class_path '(' a=placed_after_named @at a "positional patterns follow keyword patterns"
placed_after_named: (placed_fields ',')? named_fields ',' a=placed_fields -> a
wrong_if_statement:
    | 'if' value_or_walrus NEWLINE @last "expected ':'"
    | a='if' value_or_walrus ':' NEWLINE !INDENT @indent a "expected an indented block after 'if' statement on line {a.line}"
wrong_elif_part:
    | 'elif' value_or_walrus NEWLINE @last "expected ':'"
    | a='elif' value_or_walrus ':' NEWLINE !INDENT @indent a "expected an indented block after 'elif' statement on line {a.line}"
wrong_else_part: a='else' ':' NEWLINE !INDENT @indent a "expected an indented block after 'else' statement on line {a.line}"
wrong_while_statement:
    | 'while' value_or_walrus NEWLINE @last "expected ':'"
    | a='while' value_or_walrus ':' NEWLINE !INDENT @indent a "expected an indented block after 'while' statement on line {a.line}"
wrong_for_statement:
    | 'async'? 'for' targets 'in' open_values NEWLINE @last "expected ':'"
    | 'async'? a='for' targets 'in' open_values ':' NEWLINE !INDENT @indent a "expected an indented block after 'for' statement on line {a.line}"
wrong_function: 'async'? a='def' NAME '(' signature? ')' ('->' value)? ':' NEWLINE !INDENT @indent a "expected an indented block after function definition on line {a.line}"
wrong_class:
    | 'class' NAME ('(' call_arguments? ')')? NEWLINE @last "expected ':'"
    | a='class' NAME ('(' call_arguments? ')')? ':' NEWLINE !INDENT @indent a "expected an indented block after class definition on line {a.line}"
wrong_entries:
    | ','.entry+ ',' wrong_entry
    | value ':' a='*' bits_or @from a "cannot use a starred expression in a dictionary value"
    | value a=':' &('}' | ',') @at a "expression expected after dictionary key and ':'"
wrong_entry:
    | a=value !':' @dictionary_key a
    | value ':' a='*' bits_or @from a "cannot use a starred expression in a dictionary value"
    | value a=':' &('}' | ',') @at a "expression expected after dictionary key and ':'"
"#;
