import types, datetime, functools, operator, fractions, decimal, collections, re, itertools
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def g(): yield
async def co(): pass
c = co()
def ff(): pass
objs = [(1j,'real'),(1j,'imag'),(1,'real'),(1,'numerator'),(1.0,'real'),(range(3),'start'),(slice(3),'stop'),(property(),'fget'),(g(),'gi_code'),(g(),'gi_frame'),(g(),'gi_running'),(c,'cr_code'),(c,'cr_frame'),(ff,'__closure__'),(ff,'__globals__'),(ff.__code__,'co_name'),(ff.__code__,'co_varnames'),(ff.__code__,'co_firstlineno'),([].append,'__self__'),([].append,'__name__'),(str.join,'__name__'),(str.join,'__objclass__'),(str.__len__,'__name__'),(len,'__name__'),([].__len__,'__self__'),(types.MethodType(ff,1),'__self__'),(types.MethodType(ff,1),'__func__'),(staticmethod(ff),'__func__'),(classmethod(ff),'__wrapped__'),(ExceptionGroup('a',[ValueError()]),'message'),(ExceptionGroup('a',[ValueError()]),'exceptions'),(super(int,1),'__self__'),(int,'__base__'),(int,'__mro__'),(datetime.date(2000,1,1),'year'),(datetime.datetime.now(),'hour'),(fractions.Fraction(1,2),'numerator'),(decimal.Decimal(1),'real'),(collections.namedtuple('P','x')(1),'x'),(re.compile('a'),'pattern'),(re.match('a','a'),'string'),(functools.partial(len),'func'),({}.keys(),'mapping'),(types.MappingProxyType({}),'x'),(None,'x'),(Ellipsis,'x'),(types.CellType(1),'x'),(collections.deque(maxlen=3),'maxlen')]
for o,n in objs: t(lambda: (type(o).__name__, n, setattr(o,n,5))); t(lambda: delattr(o,n))
c.close()
for v in (range.start, slice.stop, property.fget, complex.real, ImportError.name, OSError.errno, SyntaxError.msg, StopIteration.value, UnicodeDecodeError.reason, UnicodeTranslateError.object, SystemExit.code, AttributeError.obj, NameError.name, BaseException.__suppress_context__, BaseExceptionGroup.message, types.FunctionType.__closure__, types.FunctionType.__globals__, types.CodeType.co_name, types.CodeType.co_flags, types.GeneratorType.gi_code, types.CoroutineType.cr_code, type.__dict__['__base__'], type.__dict__['__mro__'], super.__thisclass__, types.MethodType.__func__, types.TracebackType.tb_frame, type(len).__self__, staticmethod.__wrapped__, int.real, float.imag, types.FrameType.f_code, types.GeneratorType.gi_frame):
    print(v, type(v), v.__name__, v.__objclass__)
e = ValueError()
t(lambda: delattr(e,'__suppress_context__')); t(lambda: setattr(e,'__suppress_context__',5))
class A: __slots__=('x',)
print(A.x, A.x.__get__(None, A) is A.x); a=A(); A.x.__set__(a,3); print(a.x, A.x.__get__(a)); A.x.__delete__(a); t(lambda: a.x)
print(slice.start.__get__(slice(5,6)), property.fget.__get__(property(len)))
t(lambda: slice.start.__set__(slice(5,6),1))
import inspect
print(inspect.ismemberdescriptor(slice.start), inspect.isgetsetdescriptor(slice.start), inspect.isgetsetdescriptor(int.real), inspect.isdatadescriptor(slice.start), inspect.ismethoddescriptor(slice.start))
m = types.MethodType(len, [1,2]); print(m, m(), m.__func__, m.__self__, m.__name__, type(m), m.__doc__[:5]); print(types.MethodType(print, 'a')('b'), types.MethodType(max, 3)(5))
print(m == types.MethodType(len, [1,2]), [].append, dict.fromkeys)
