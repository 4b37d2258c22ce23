//! The built-in classes, and which of them a value has.

use std::rc::Rc;

use super::class::{Class, Layout};
use super::function::Descriptor;
use super::generator::{AsyncVerb, GeneratorKind};
use super::iterator::{IterKind, ViewKind};
use super::member::MemberKind;
use super::native::NativeKind;
use super::runtime::Runtime;
use super::value::Value;

macro_rules! classes {
    ($($field:ident = $name:literal ($base:ident, $layout:ident),)+) => {
        /// The built-in classes.
        pub struct Classes {
            $(pub $field: Rc<Class>,)+
        }

        impl Classes {
            pub fn new() -> Classes {
                $(let $field = classes!(@new $field $name $base $layout);)+
                let classes = Classes { $($field,)+ };
                $(*classes.$field.meta.borrow_mut() = Some(classes.type_.clone());)+
                // The only built-in class with two bases.
                classes.exception_group.bases.borrow_mut().push(classes.exception.clone());
                classes.exception_group.mro.borrow_mut().insert(1, classes.exception.clone());
                classes.exception.subclasses.borrow_mut().push(Rc::downgrade(&classes.exception_group));
                classes
            }

            /// All of them.
            pub fn all(&self) -> Vec<&Rc<Class>> {
                vec![$(&self.$field),+]
            }
        }
    };
    (@new object $name:literal $base:ident $layout:ident) => { Class::new($name, vec![], vec![], None, Layout::$layout, true) };
    (@new $field:ident $name:literal $base:ident $layout:ident) => {{
        let mut mro = vec![$base.clone()];
        mro.extend($base.mro.borrow().iter().cloned());
        Class::new($name, vec![$base.clone()], mro, None, Layout::$layout, true)
    }};
}

classes! {
    object = "object" (object, Object),
    type_ = "type" (object, Type),
    none = "NoneType" (object, Sealed),
    ellipsis = "ellipsis" (object, Sealed),
    not_implemented = "NotImplementedType" (object, Sealed),
    int = "int" (object, Int),
    bool = "bool" (int, Sealed),
    float = "float" (object, Float),
    complex = "complex" (object, Complex),
    str = "str" (object, Str),
    bytes = "bytes" (object, Bytes),
    bytearray = "bytearray" (object, ByteArray),
    tuple = "tuple" (object, Tuple),
    list = "list" (object, List),
    dict = "dict" (object, Dict),
    set = "set" (object, Set),
    frozenset = "frozenset" (object, FrozenSet),
    range = "range" (object, Sealed),
    slice = "slice" (object, Sealed),
    dict_keys = "dict_keys" (object, Sealed),
    dict_values = "dict_values" (object, Sealed),
    dict_items = "dict_items" (object, Sealed),
    odict_keys = "odict_keys" (dict_keys, Sealed),
    odict_values = "odict_values" (dict_values, Sealed),
    odict_items = "odict_items" (dict_items, Sealed),
    odict_iterator = "odict_iterator" (object, Sealed),
    mappingproxy = "mappingproxy" (object, Object),
    list_iterator = "list_iterator" (object, Sealed),
    list_reverseiterator = "list_reverseiterator" (object, Sealed),
    tuple_iterator = "tuple_iterator" (object, Sealed),
    range_iterator = "range_iterator" (object, Sealed),
    longrange_iterator = "longrange_iterator" (object, Sealed),
    str_iterator = "str_iterator" (object, Sealed),
    str_ascii_iterator = "str_ascii_iterator" (object, Sealed),
    bytes_iterator = "bytes_iterator" (object, Sealed),
    bytearray_iterator = "bytearray_iterator" (object, Sealed),
    dict_keyiterator = "dict_keyiterator" (object, Sealed),
    dict_valueiterator = "dict_valueiterator" (object, Sealed),
    dict_itemiterator = "dict_itemiterator" (object, Sealed),
    dict_reversekeyiterator = "dict_reversekeyiterator" (object, Sealed),
    dict_reversevalueiterator = "dict_reversevalueiterator" (object, Sealed),
    dict_reverseitemiterator = "dict_reverseitemiterator" (object, Sealed),
    set_iterator = "set_iterator" (object, Sealed),
    reversed = "reversed" (object, Sealed),
    function = "function" (object, Sealed),
    builtin_function = "builtin_function_or_method" (object, Sealed),
    method_descriptor = "method_descriptor" (object, Sealed),
    classmethod_descriptor = "classmethod_descriptor" (object, Sealed),
    wrapper_descriptor = "wrapper_descriptor" (object, Sealed),
    method_wrapper = "method-wrapper" (object, Sealed),
    getset_descriptor = "getset_descriptor" (object, Sealed),
    member_descriptor = "member_descriptor" (object, Sealed),
    method = "method" (object, Sealed),
    generator = "generator" (object, Sealed),
    coroutine = "coroutine" (object, Sealed),
    async_generator = "async_generator" (object, Sealed),
    async_generator_asend = "async_generator_asend" (object, Sealed),
    async_generator_athrow = "async_generator_athrow" (object, Sealed),
    coroutine_wrapper = "coroutine_wrapper" (object, Sealed),
    cell = "cell" (object, Sealed),
    module = "module" (object, Module),
    property = "property" (object, Property),
    staticmethod = "staticmethod" (object, StaticMethod),
    classmethod = "classmethod" (object, ClassMethod),
    super_ = "super" (object, Super),
    code = "code" (object, Sealed),
    frame = "frame" (object, Sealed),
    traceback = "traceback" (object, Sealed),
    weakref = "ReferenceType" (object, WeakRef),
    digest = "digest" (object, Sealed),

    // The exceptions (`Doc/library/exceptions.rst`, "Exception hierarchy").
    base_exception = "BaseException" (object, Exception),
    base_exception_group = "BaseExceptionGroup" (base_exception, Exception),
    exception = "Exception" (base_exception, Exception),
    generator_exit = "GeneratorExit" (base_exception, Exception),
    keyboard_interrupt = "KeyboardInterrupt" (base_exception, Exception),
    system_exit = "SystemExit" (base_exception, Exception),
    exception_group = "ExceptionGroup" (base_exception_group, Exception),
    arithmetic_error = "ArithmeticError" (exception, Exception),
    floating_point_error = "FloatingPointError" (arithmetic_error, Exception),
    overflow_error = "OverflowError" (arithmetic_error, Exception),
    zero_division_error = "ZeroDivisionError" (arithmetic_error, Exception),
    assertion_error = "AssertionError" (exception, Exception),
    attribute_error = "AttributeError" (exception, Exception),
    buffer_error = "BufferError" (exception, Exception),
    eof_error = "EOFError" (exception, Exception),
    import_error = "ImportError" (exception, Exception),
    module_not_found_error = "ModuleNotFoundError" (import_error, Exception),
    lookup_error = "LookupError" (exception, Exception),
    index_error = "IndexError" (lookup_error, Exception),
    key_error = "KeyError" (lookup_error, Exception),
    memory_error = "MemoryError" (exception, Exception),
    name_error = "NameError" (exception, Exception),
    unbound_local_error = "UnboundLocalError" (name_error, Exception),
    os_error = "OSError" (exception, Exception),
    blocking_io_error = "BlockingIOError" (os_error, Exception),
    child_process_error = "ChildProcessError" (os_error, Exception),
    connection_error = "ConnectionError" (os_error, Exception),
    broken_pipe_error = "BrokenPipeError" (connection_error, Exception),
    connection_aborted_error = "ConnectionAbortedError" (connection_error, Exception),
    connection_refused_error = "ConnectionRefusedError" (connection_error, Exception),
    connection_reset_error = "ConnectionResetError" (connection_error, Exception),
    file_exists_error = "FileExistsError" (os_error, Exception),
    file_not_found_error = "FileNotFoundError" (os_error, Exception),
    interrupted_error = "InterruptedError" (os_error, Exception),
    is_a_directory_error = "IsADirectoryError" (os_error, Exception),
    not_a_directory_error = "NotADirectoryError" (os_error, Exception),
    permission_error = "PermissionError" (os_error, Exception),
    process_lookup_error = "ProcessLookupError" (os_error, Exception),
    timeout_error = "TimeoutError" (os_error, Exception),
    reference_error = "ReferenceError" (exception, Exception),
    runtime_error = "RuntimeError" (exception, Exception),
    not_implemented_error = "NotImplementedError" (runtime_error, Exception),
    recursion_error = "RecursionError" (runtime_error, Exception),
    stop_async_iteration = "StopAsyncIteration" (exception, Exception),
    stop_iteration = "StopIteration" (exception, Exception),
    syntax_error = "SyntaxError" (exception, Exception),
    indentation_error = "IndentationError" (syntax_error, Exception),
    tab_error = "TabError" (indentation_error, Exception),
    system_error = "SystemError" (exception, Exception),
    type_error = "TypeError" (exception, Exception),
    value_error = "ValueError" (exception, Exception),
    unicode_error = "UnicodeError" (value_error, Exception),
    unicode_decode_error = "UnicodeDecodeError" (unicode_error, Exception),
    unicode_encode_error = "UnicodeEncodeError" (unicode_error, Exception),
    unicode_translate_error = "UnicodeTranslateError" (unicode_error, Exception),
    warning = "Warning" (exception, Exception),
    bytes_warning = "BytesWarning" (warning, Exception),
    deprecation_warning = "DeprecationWarning" (warning, Exception),
    encoding_warning = "EncodingWarning" (warning, Exception),
    future_warning = "FutureWarning" (warning, Exception),
    import_warning = "ImportWarning" (warning, Exception),
    pending_deprecation_warning = "PendingDeprecationWarning" (warning, Exception),
    resource_warning = "ResourceWarning" (warning, Exception),
    runtime_warning = "RuntimeWarning" (warning, Exception),
    syntax_warning = "SyntaxWarning" (warning, Exception),
    unicode_warning = "UnicodeWarning" (warning, Exception),
    user_warning = "UserWarning" (warning, Exception),
}

impl Runtime {
    /// `type(value)`.
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        match value {
            Value::Instance(instance) => instance.class(),
            Value::Exception(exception) => exception.class(),
            Value::Module(module) => module.class().unwrap_or_else(|| self.classes.module.clone()),
            Value::Class(class) => class.meta.borrow().clone().unwrap_or_else(|| self.classes.type_.clone()),
            _ => self.builtin_class(value).clone(),
        }
    }

    /// The built-in class of a value; of objects that know their own class, `object`.
    pub fn builtin_class(&self, value: &Value) -> &Rc<Class> {
        let classes = &self.classes;
        match value {
            Value::Unbound | Value::None => &classes.none,
            Value::False | Value::True => &classes.bool,
            Value::Ellipsis => &classes.ellipsis,
            Value::NotImplemented => &classes.not_implemented,
            Value::Int(_) | Value::Big(_) => &classes.int,
            Value::Float(_) => &classes.float,
            Value::Native(native) => match native.kind {
                NativeKind::Attribute => &classes.getset_descriptor,
                NativeKind::Member => &classes.member_descriptor,
                NativeKind::ClassMethod => &classes.classmethod_descriptor,
                kind if kind.binds() && native.is_slot() => &classes.wrapper_descriptor,
                kind if kind.binds() => &classes.method_descriptor,
                _ => &classes.builtin_function,
            },
            Value::Str(_) => &classes.str,
            Value::Complex(_) => &classes.complex,
            Value::Bytes(_) => &classes.bytes,
            Value::ByteArray(_) => &classes.bytearray,
            Value::Tuple(_) => &classes.tuple,
            Value::List(_) => &classes.list,
            Value::Dict(_) => &classes.dict,
            Value::Set(set) => {
                if set.frozen {
                    &classes.frozenset
                } else {
                    &classes.set
                }
            }
            Value::Range(_) => &classes.range,
            Value::Slice(_) => &classes.slice,
            Value::View(view) if view.dict.ordered.get() => match view.kind {
                ViewKind::Keys => &classes.odict_keys,
                ViewKind::Values => &classes.odict_values,
                ViewKind::Items => &classes.odict_items,
                ViewKind::Proxy => &classes.mappingproxy,
            },
            Value::View(view) => match view.kind {
                ViewKind::Keys => &classes.dict_keys,
                ViewKind::Values => &classes.dict_values,
                ViewKind::Items => &classes.dict_items,
                ViewKind::Proxy => &classes.mappingproxy,
            },
            Value::Iter(iter) => self.iterator_class(iter.state.borrow().kind()),
            Value::Function(function) if function.is_builtin() => &classes.builtin_function,
            Value::Function(function) => match function.descriptor() {
                None => &classes.function,
                Some(Descriptor::Method) => &classes.method_descriptor,
                Some(Descriptor::Slot) => &classes.wrapper_descriptor,
            },
            Value::Method(method) => match &method.function {
                Value::Native(native) if native.kind.binds() && native.is_slot() => &classes.method_wrapper,
                Value::Native(native) if native.kind.is_method() => &classes.builtin_function,
                Value::Function(function) => match function.descriptor() {
                    None => &classes.method,
                    Some(Descriptor::Method) => &classes.builtin_function,
                    Some(Descriptor::Slot) => &classes.method_wrapper,
                },
                _ => &classes.method,
            },
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Generator => &classes.generator,
                GeneratorKind::Coroutine => &classes.coroutine,
                GeneratorKind::AsyncGenerator => &classes.async_generator,
            },
            Value::AsyncStep(step) => match step.verb {
                AsyncVerb::Send => &classes.async_generator_asend,
                _ => &classes.async_generator_athrow,
            },
            Value::CoroutineWrapper(_) => &classes.coroutine_wrapper,
            Value::Cell(_) => &classes.cell,
            Value::Module(_) => &classes.module,
            Value::Property(_) => &classes.property,
            Value::Member(member) => match member.kind {
                MemberKind::Slot => &classes.member_descriptor,
                MemberKind::Dict | MemberKind::WeakRef => &classes.getset_descriptor,
            },
            Value::Wrapper(wrapper) => {
                if wrapper.is_class {
                    &classes.classmethod
                } else {
                    &classes.staticmethod
                }
            }
            Value::Super(_) => &classes.super_,
            Value::Code(_) => &classes.code,
            Value::Frame(_) => &classes.frame,
            Value::Traceback(_) => &classes.traceback,
            Value::WeakRef(_) => &classes.weakref,
            Value::Digest(_) => &classes.digest,
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) => &classes.object,
        }
    }

    fn iterator_class(&self, kind: IterKind) -> &Rc<Class> {
        let classes = &self.classes;
        match kind {
            IterKind::List => &classes.list_iterator,
            IterKind::ListReversed => &classes.list_reverseiterator,
            IterKind::Tuple => &classes.tuple_iterator,
            IterKind::Reversed => &classes.reversed,
            IterKind::Range => &classes.range_iterator,
            IterKind::LongRange => &classes.longrange_iterator,
            IterKind::AsciiStr => &classes.str_ascii_iterator,
            IterKind::Str => &classes.str_iterator,
            IterKind::Bytes => &classes.bytes_iterator,
            IterKind::ByteArray => &classes.bytearray_iterator,
            IterKind::OrderedDict => &classes.odict_iterator,
            IterKind::DictKeys => &classes.dict_keyiterator,
            IterKind::DictValues => &classes.dict_valueiterator,
            IterKind::DictItems => &classes.dict_itemiterator,
            IterKind::DictReversedKeys => &classes.dict_reversekeyiterator,
            IterKind::DictReversedValues => &classes.dict_reversevalueiterator,
            IterKind::DictReversedItems => &classes.dict_reverseitemiterator,
            IterKind::Set => &classes.set_iterator,
        }
    }

    /// The name of a value's type, for messages.
    pub fn type_name(&self, value: &Value) -> Rc<str> {
        self.class_of(value).told_name()
    }
}
