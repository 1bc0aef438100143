; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source 34a3995d7503647291052eb7f5c4205b
; entry terrain._sweep.0(float32:2:C, float64, float64, float64:2:C, float32:2:C) -> none
define void @terrain._sweep.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 40
  %8 = load double, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 48
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 56
  %12 = load ptr, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load i64, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 96
  %16 = load ptr, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 112
  %18 = load i64, ptr %17, align 8
  %19 = getelementptr double, ptr %12, i64 %14
  %20 = icmp slt i64 %6, 1
  br i1 %20, label %27, label %21
21:
  %22 = add nsw i64 %4, -1
  %23 = tail call i64 @llvm.smin.i64(i64 %4, i64 0)
  %24 = add i64 %22, %23
  %25 = mul i64 %24, %6
  %26 = getelementptr float, ptr %2, i64 %25
  br label %35
27:
  %28 = icmp sgt i64 %4, 1
  br i1 %28, label %29, label %102
29:
  %30 = add nsw i64 %4, -2
  %31 = sitofp i64 %6 to double
  %32 = fadd double %31, -1.001000e+00
  br label %43
33:
  %34 = icmp ugt i64 %44, 2
  br i1 %34, label %43, label %102
35:
  %36 = phi i64 [ 0, %21 ], [ %37, %35 ]
  %37 = add nuw nsw i64 %36, 1
  %38 = getelementptr float, ptr %26, i64 %36
  %39 = load float, ptr %38, align 4
  %40 = getelementptr double, ptr %12, i64 %36
  %41 = fpext float %39 to double
  store double %41, ptr %40, align 8
  %42 = icmp eq i64 %6, %37
  br i1 %42, label %27, label %35
43:
  %44 = phi i64 [ %4, %29 ], [ %46, %33 ]
  %45 = phi i64 [ %30, %29 ], [ %47, %33 ]
  %46 = add nsw i64 %44, -1
  %47 = add nsw i64 %45, -1
  br i1 %20, label %33, label %48
48:
  %49 = mul i64 %45, %6
  %50 = getelementptr float, ptr %2, i64 %49
  %51 = mul i64 %45, %18
  %52 = getelementptr float, ptr %16, i64 %51
  br label %53
53:
  %54 = phi i64 [ 0, %48 ], [ %55, %53 ]
  %55 = add nuw nsw i64 %54, 1
  %56 = uitofp i64 %54 to double
  %57 = fadd double %8, %56
  %58 = fcmp olt double %57, 0.000000e+00
  %59 = select i1 %58, double 0.000000e+00, double %57
  %60 = fcmp olt double %32, %59
  %61 = select i1 %60, double %32, double %59
  %62 = fptosi double %61 to i64
  %63 = icmp slt i64 %62, 0
  %64 = select i1 %63, i64 %14, i64 0
  %65 = getelementptr double, ptr %12, i64 %62
  %66 = getelementptr double, ptr %65, i64 %64
  %67 = load double, ptr %66, align 8
  %68 = icmp slt i64 %62, -1
  %69 = select i1 %68, i64 %14, i64 0
  %70 = getelementptr i8, ptr %65, i64 8
  %71 = getelementptr double, ptr %70, i64 %69
  %72 = load double, ptr %71, align 8
  %73 = fsub double %72, %67
  %74 = sitofp i64 %62 to double
  %75 = fsub double %61, %74
  %76 = fmul double %73, %75
  %77 = fadd double %67, %76
  %78 = fsub double %77, %10
  %79 = getelementptr float, ptr %50, i64 %54
  %80 = load float, ptr %79, align 4
  %81 = fpext float %80 to double
  %82 = fsub double %78, %81
  %83 = fdiv double %82, 1.200000e+01
  %84 = fsub double 1.000000e+00, %83
  %85 = fcmp olt double %84, 0.000000e+00
  %86 = select i1 %85, double 0.000000e+00, double %84
  %87 = fcmp ogt double %86, 1.000000e+00
  %88 = select i1 %87, double 1.000000e+00, double %86
  %89 = fptrunc double %88 to float
  %90 = getelementptr float, ptr %52, i64 %54
  store float %89, ptr %90, align 4
  %91 = fcmp olt double %78, %81
  %92 = select i1 %91, double %81, double %78
  %93 = getelementptr double, ptr %19, i64 %54
  store double %92, ptr %93, align 8
  %94 = icmp eq i64 %6, %55
  br i1 %94, label %95, label %53
95:
  %96 = phi i64 [ %97, %95 ], [ 0, %53 ]
  %97 = add nuw nsw i64 %96, 1
  %98 = getelementptr double, ptr %19, i64 %96
  %99 = load double, ptr %98, align 8
  %100 = getelementptr double, ptr %12, i64 %96
  store double %99, ptr %100, align 8
  %101 = icmp eq i64 %6, %97
  br i1 %101, label %33, label %95
102:
  ret void
}
declare i64 @llvm.smin.i64(i64, i64)
