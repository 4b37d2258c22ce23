//! Tests of what is inside: objects, operators and natives without a program.

#[path = "../../tests/toll/bounds.rs"]
mod bounds;
mod leaves;
mod leftovers;
#[path = "../../tests/support/looks.rs"]
mod looks;
mod natives;
