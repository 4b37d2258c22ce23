//! What programs handle: values, the heap that counts them, one file a type.
//!
//! [`value`] is the 16-byte value, [`heap`] counts memory, buries what nests deep and finds cycles, [`runtime`] holds what a run shares
//! (built-in classes, modules, output, clock). [`native`] says what a native function is and may answer: a value, an exception, or what to
//! call instead. Nothing here ever calls the program.

pub mod attribute;
pub mod class;
pub mod class_builder;
pub mod classes;
pub mod clock;
pub mod dict;
pub mod digest;
pub mod equality;
pub mod exception;
pub mod fill;
pub mod frame;
pub mod fuel;
pub mod function;
pub mod generator;
pub mod heap;
pub mod instance;
pub mod iterator;
pub mod list;
pub mod loaded;
pub mod member;
pub mod module;
pub mod native;
pub mod number;
pub mod operate;
pub mod owner;
pub mod regex;
pub mod repr;
pub mod runtime;
pub mod scan;
pub mod set;
pub mod show;
pub mod store;
pub mod string;
pub mod survey;
pub mod symbol;
pub mod text;
pub mod value;
pub mod weak;
